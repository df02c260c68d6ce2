import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'tensorflow/data-validation#147',
  reason: 'Salaries rose by 10%: a largest change of a share of exact values sees nothing of numbers.',
  right: 'drift',
  async judge(seed) {
    const { times, lognormal } = drawer(seed, 'salaries');
    const side = (factor: number) => times(3000, () => Math.round(factor * lognormal(10.8, 0.3)));
    return wordOf(side(1), side(1.1));
  },
} satisfies Situation;
