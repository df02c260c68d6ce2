import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'deepchecks/deepchecks#2330, #2361',
  reason:
    'Fraud went from 0.2% to 0.55% of the calls: the flag of 0 and 1 says it as the category does. A flag of one half that moves by three points has not drifted.',
  right: 'drift drift no_drift',
  async judge(seed) {
    const { times, chance } = drawer(seed, 'fraud');
    const flags = (share: number, yes: string, no: string) => times(40_000, () => (chance(share) ? yes : no));
    const words = [
      wordOf(flags(0.002, '1', '0'), flags(0.0055, '1', '0')),
      wordOf(flags(0.002, 'fraud', 'good'), flags(0.0055, 'fraud', 'good')),
      wordOf(flags(0.5, 'true', 'false'), flags(0.53, 'true', 'false')),
    ];
    return (await Promise.all(words)).join(' ');
  },
} satisfies Situation;
