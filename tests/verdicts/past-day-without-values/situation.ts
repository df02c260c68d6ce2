import { checksOfDay } from '../support/checksOfDay';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

export default {
  source: 'NannyML/nannyml#327',
  reason:
    'One past day without a single value says nothing of the others: a day like them passes, and one on another scale does not.',
  right: 'none; found',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'day without values');
    const day = (factor = 1) => times(288, () => factor * normal(20, 3));
    const past = times(14, (i) => (i === 5 ? times(288, () => NaN) : day()));
    const [usual, scaled] = [await checksOfDay('load', past, day()), await checksOfDay('load', past, day(1000))];
    return `${usual.join(' ') || 'none'}; ${scaled.length > 0 ? 'found' : 'none'}`;
  },
} satisfies Situation;
