import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#1069, whylabs/whylogs#861',
  reason:
    'Every amount doubled. Its tail is so heavy that a standard deviation of the baseline says nothing of most amounts.',
  right: 'drift drift',
  async judge(seed) {
    const { times, lognormal, uniform } = drawer(seed, 'double');
    const pareto = () => Math.round(1000 * (1 - uniform()) ** (-1 / 1.1));
    const [a, b] = [times(1000, pareto), times(1000, () => 2 * pareto())];
    const wide = await wordOf(
      times(1000, () => lognormal(0, 1.5)),
      times(1000, () => 2 * lognormal(0, 1.5))
    );
    return `${await wordOf(a, b)} ${wide}`;
  },
} satisfies Situation;
