import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'scipy/scipy#11184, scipy/scipy#11507',
  reason:
    'At 3,500 and 4,000 values the exact p-value was 1 whatever the values were: twice the spread is drift, the same is none.',
  right: 'drift no_drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'sizes');
    const side = (size: number, spread: number) => times(size, () => normal(0, spread));
    const wider = await wordOf(side(3500, 1), side(4000, 2));
    return `${wider} ${await wordOf(side(3500, 1), side(4000, 1))}`;
  },
} satisfies Situation;
