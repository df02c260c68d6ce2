import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'elastic/ml-cpp#2637',
  reason: 'The same share of zeros and the same amounts: nothing changed.',
  right: 'no_drift',
  judge(seed) {
    const { times, normal, chance } = drawer(seed, 'no zeros');
    const side = () => times(5000, () => (chance(0.03) ? Math.round(normal(5000, 800)) / 100 : 0));
    return wordOf(side(), side());
  },
} satisfies Situation;
