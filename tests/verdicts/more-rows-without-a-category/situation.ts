import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'deepchecks/deepchecks#1842',
  reason:
    'None is no category: the shares of the others stay as they were, and what went from 2% to 10% is the missing rate.',
  right: 'drift by missing_rate; no_drift',
  async judge(seed) {
    const { times, pick, chance } = drawer(seed, 'no category');
    const side = (missing: number) => times(2000, () => (chance(missing) ? null : pick(['a', 'a', 'b', 'c'])));
    const verdicts = await driftOf({ more: side(0.02), same: side(0.1) }, { more: side(0.1), same: side(0.1) });
    const [more, same] = [verdicts.get('more'), verdicts.get('same')];
    return `${more?.verdict} by ${more?.deciding}; ${same?.verdict}`;
  },
} satisfies Situation;
