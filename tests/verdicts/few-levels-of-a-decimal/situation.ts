import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'radicalbit/radicalbit-ai-monitoring#121',
  reason: 'A rating in steps of a half: the top one went from 10% to 25%, all others lost alike.',
  right: 'drift',
  async judge(seed) {
    const { times, pick, chance } = drawer(seed, 'levels');
    const side = (top: number) => times(1500, () => (chance(top) ? 5 : pick([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5])));
    return wordOf(side(0.1), side(0.25));
  },
} satisfies Situation;
