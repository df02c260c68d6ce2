import { drawer } from '../support/Draw';
import { wordOfNumbers } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#50',
  reason:
    'A shift by 0.03 standard deviations is sure among 100,000 rows and unseen among 2,000, and matters in neither: the size of the sample must not decide.',
  right: 'no_drift, no_drift',
  judge(seed) {
    const { times, normal } = drawer(seed, 'size');
    const before = times(100_000, () => normal());
    return [100_000, 2000]
      .map((size) =>
        wordOfNumbers(
          before,
          times(size, () => normal(0.03))
        )
      )
      .join(', ');
  },
} satisfies Situation;
