import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#334',
  reason:
    'One row in 20,000 has another rare category: a divergence with a floor jumps from 0.4 to 1.9, and nothing changed.',
  right: 'no_drift',
  async judge(seed) {
    const { times, pick } = drawer(seed, 'once');
    const side = (rare: string) => [...times(19_998, () => pick(['a', 'b'])), rare, 'd'];
    return wordOf(side('x'), side('y'));
  },
} satisfies Situation;
