import { drawer } from '../support/Draw';
import { driftOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'KCNyu/clawock#1204',
  reason:
    'Fifty rows of a session move together (intraclass correlation 0.2), and nothing changed: 20 sessions are no 1,000 draws. With the session named as cluster a shift by two standard deviations is found all the same.',
  right: 'quiet, drift',
  async judge(seed) {
    const { times, normal } = drawer(seed, 'sessions');
    const sessions = (count: number, shift: number, first: number) => {
      const means = times(count, () => normal(shift, Math.sqrt(0.2)));
      return {
        session: means.flatMap((_, i) => times(50, () => `s${first + i}`)),
        x: means.flatMap((mean) => times(50, () => Number(normal(mean, Math.sqrt(0.8)).toFixed(3)))),
      };
    };
    const before = sessions(400, 0, 0);
    const answer = async (shift: number) => {
      const verdicts = await driftOf(before, sessions(20, shift, 1000), { cluster: 'session' });
      return verdicts.get('x')?.verdict ?? 'no verdict';
    };
    const [same, moved] = [await answer(0), await answer(2)];
    return `${['no_drift', 'insufficient_data'].includes(same) ? 'quiet' : same}, ${moved}`;
  },
} satisfies Situation;
