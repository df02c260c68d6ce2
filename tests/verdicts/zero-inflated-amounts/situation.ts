import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'elastic/ml-cpp#2637, scipy/scipy#6575',
  reason:
    'Three times as many amounts are above 0. KS is nearly blind to the change of one value; more rows must not hide it.',
  right: 'drift drift',
  async judge(seed) {
    const { times, normal, chance } = drawer(seed, 'zeros');
    const side = (n: number, share: number) =>
      times(n, () => (chance(share) ? Math.round(normal(5000, 800)) / 100 : 0));
    const medium = await wordOf(side(5000, 0.005), side(5000, 0.015));
    return `${medium} ${await wordOf(side(20_000, 0.005), side(20_000, 0.015))}`;
  },
} satisfies Situation;
