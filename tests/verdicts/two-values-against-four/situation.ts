import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'scipy/scipy#9786',
  reason: 'Any two tiny samples that do not overlap have the distance 1: no evidence.',
  right: 'insufficient_data',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'tiny');
    return wordOf(
      times(2, () => normal()),
      times(4, () => normal(9))
    );
  },
} satisfies Situation;
