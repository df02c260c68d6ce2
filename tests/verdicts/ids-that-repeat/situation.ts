import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'AndreaBozzo/dataprof#305',
  reason:
    'Lines of an order repeat its number, and every window has new ones by nature: ids are left out, and the amount beside them is judged.',
  right: 'amount no_drift',
  async judge(seed) {
    const { times, pick, normal } = drawer(seed, 'orders');
    const lines = (first: number, size: number) => {
      const ids = times(size, (i) => i).flatMap((i) => times(pick([1, 1, 1, 2, 3]), () => `ORD-0${first + i}`));
      return {
        order_id: ids.slice(0, size),
        customer_id: times(size, (i) => 10 * first + 20 * i + pick([0, 3, 7, 11])),
        amount: times(size, () => normal(40, 9).toFixed(2)),
      };
    };
    const verdicts = await driftOf(lines(100000, 3000), lines(200000, 1000));
    return [...verdicts.values()].map(({ comparison, verdict }) => `${comparison.feature} ${verdict}`).join(', ');
  },
} satisfies Situation;
