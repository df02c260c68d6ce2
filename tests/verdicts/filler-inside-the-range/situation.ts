import { drawer } from '../support/Draw';
import { findingsOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'pvlib/pvanalytics#38, ARCCSS-extremes/climpact2#28',
  reason:
    '2% of the temperatures are exactly 0.0, a possible one that 0.04% were before: missing values that were filled in.',
  right: 't value_grown',
  async judge(seed) {
    const { times, normal, chance } = drawer(seed, 'filler');
    const before = times(8000, () => normal(14, 6).toFixed(1));
    const after = times(4000, () => (chance(0.02) ? '0.0' : normal(14, 6).toFixed(1)));
    return (await findingsOf({ t: before }, { t: after })).join();
  },
} satisfies Situation;
