import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'the same with categories: what a user of a shop looks at',
  reason: 'Each user keeps to one or two of five departments. Thirty users with forty visits each are no 1,200 draws.',
  right: 'quiet',
  async judge(seed) {
    const { times, pick, chance } = drawer(seed, 'departments');
    const departments = ['books', 'music', 'games', 'toys', 'food'];
    const visits = (users: number, first: number) => {
      const own = times(users, () => pick(departments));
      return {
        user_id: own.flatMap((_, i) => times(40, () => `u${first + i}`)),
        x: own.flatMap((one) => times(40, () => (chance(0.7) ? one : pick(departments)))),
      };
    };
    const verdicts = await driftOf(visits(500, 0), visits(30, 1000), { cluster: 'user_id' });
    const word = verdicts.get('x')?.verdict ?? 'no verdict';
    return ['no_drift', 'insufficient_data'].includes(word) ? 'quiet' : word;
  },
} satisfies Situation;
