import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'ing-bank/popmon#244',
  reason:
    'Half of the values moved far. One that is a thousand times too large, in the baseline, hides it from a mean distance.',
  right: 'drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'popmon');
    const before = [...times(499, () => normal(0, 100)), 10_000_000];
    const after = times(500, (i) => (i % 2 === 0 ? normal(0, 100) : normal(10_000, 100)));
    return wordOf(before, after);
  },
} satisfies Situation;
