import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'NannyML/nannyml#339',
  reason:
    'One column holds nothing but NaN now: that is what changed of it, and the other column is judged all the same.',
  right: 'x drift, y no_drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'nan');
    const side = (empty: boolean) => ({
      x: times(800, () => (empty ? 'NaN' : normal())),
      y: times(800, () => normal()),
    });
    const verdicts = await driftOf(side(false), side(true));
    return [...verdicts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { verdict }]) => `${name} ${verdict}`)
      .join(', ');
  },
} satisfies Situation;
