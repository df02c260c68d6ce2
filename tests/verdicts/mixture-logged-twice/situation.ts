import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'whylabs/whylogs#461',
  reason:
    'Both profiles come from one mixture of three peaks, 5,000 rows each: nothing drifted, though a p-value taken for a distance would say so.',
  right: 'no_drift',
  async judge(seed) {
    const { times, normal, pick } = drawer(seed, 'mixture');
    const side = () => times(5000, () => normal(pick([0, 5, 12]), 1));
    return wordOf(side(), side());
  },
} satisfies Situation;
