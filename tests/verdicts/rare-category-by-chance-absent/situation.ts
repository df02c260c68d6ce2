import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'SeldonIO/alibi-detect#191',
  reason:
    'Of 300 rows a class of 0.3% is often absent, which chance explains; a class of 4% that was never seen before is not.',
  right: 'no_drift drift',
  async judge(seed) {
    const { times, pick, chance } = drawer(seed, 'absent class');
    const usual = () => (chance(0.003) ? 'rare' : pick(['a', 'b', 'b', 'c']));
    const before = times(3000, usual);
    const words = [
      wordOf(
        before,
        times(300, () => pick(['a', 'b', 'b', 'c']))
      ),
      wordOf(
        before,
        times(300, () => (chance(0.04) ? 'new' : usual()))
      ),
    ];
    return (await Promise.all(words)).join(' ');
  },
} satisfies Situation;
