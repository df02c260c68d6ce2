import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'SeldonIO/alibi-detect#870',
  reason:
    'A sum of two independent normal values spreads 1.4 times as wide as one of them: another distribution with the same mean.',
  right: 'drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'sum');
    return wordOf(
      times(1000, () => normal() + normal()),
      times(1000, () => normal())
    );
  },
} satisfies Situation;
