import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#509',
  reason: 'Eight rows, four of each of two values, tell nothing of a flower measured 150 times.',
  right: 'insufficient_data',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'iris');
    const before = times(150, () => Math.round(10 * Math.abs(normal(1.2, 0.76))) / 10);
    return wordOf(before, [1.4, 1.6, 1.4, 1.6, 1.4, 1.6, 1.4, 1.6]);
  },
} satisfies Situation;
