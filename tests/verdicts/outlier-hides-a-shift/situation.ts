import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'ing-bank/popmon#244, JuliaData/CSV.jl#42',
  reason:
    'All values but one moved by five standard deviations: that one outlier inflates the deviation says nothing of them.',
  right: 'drift drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'outlier');
    const side = (mean: number, far: readonly number[]) => [...times(800, () => normal(mean, 10)), ...far];
    const one = await wordOf(side(50, [9_999_999]), side(100, [9_999_999]));
    const ten = await wordOf(
      side(
        50,
        times(8, () => -999_999)
      ),
      side(
        100,
        times(8, () => -999_999)
      )
    );
    return `${one} ${ten}`;
  },
} satisfies Situation;
