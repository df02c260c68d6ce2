import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'SeldonIO/alibi-detect#221',
  reason:
    'Nine in ten have no capital gain, the others amounts with a heavy tail: the same before and now, and no p-value is NaN.',
  right: 'no_drift',
  async judge(seed) {
    const { times, chance, lognormal } = drawer(seed, 'gain');
    const side = () => times(3000, () => (chance(0.08) ? Math.round(lognormal(8, 1.4)) : 0));
    return wordOf(side(), side());
  },
} satisfies Situation;
