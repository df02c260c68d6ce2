import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'evidentlyai/evidently#450',
  reason: 'One row is no distribution, however far away it lies.',
  right: 'insufficient_data',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'one row');
    return wordOf(
      times(100, () => normal()),
      [normal(9)]
    );
  },
} satisfies Situation;
