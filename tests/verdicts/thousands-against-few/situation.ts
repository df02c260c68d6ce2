import { drawer } from '../support/Draw';
import { wordOfNumbers } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'scipy/scipy#12999',
  reason: 'Two deviations apart, 20,000 against 1,500 values: an exact p-value of 1 was an overflow.',
  right: 'drift',
  judge(seed) {
    const { times, normal } = drawer(seed, 'unequal');
    return wordOfNumbers(
      times(20_000, () => normal(10)),
      times(1500, () => normal(12))
    );
  },
} satisfies Situation;
