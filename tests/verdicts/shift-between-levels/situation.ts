import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'NannyML/nannyml#397, the other way round',
  reason:
    'A twentieth of a per mille of the value is half a step of so fine a scale, a seventh of its deviation; and noise of rounding hides no level that doubles, nor a sensor that jitters as far as its own spread.',
  right: 'drift drift drift',
  async judge(seed) {
    const { times, below, normal, chance } = drawer(seed, 'shift between levels');
    const level = () => 10 + (below(12) + 1) / 1000;
    const rare = (share: number) => (chance(share) ? 10.012 : 10 + (below(11) + 1) / 1000);
    const words = [
      wordOf(
        times(2000, level),
        times(2000, () => level() + 0.0005)
      ),
      wordOf(
        times(2000, () => rare(0.05)),
        times(2000, () => rare(0.15) + 1e-9 * normal())
      ),
      wordOf(
        times(2000, () => (chance(0.1) ? -999 : 50)),
        times(2000, () => (chance(0.1) ? -999 : 50 + 0.01 * normal()))
      ),
    ];
    return (await Promise.all(words)).join(' ');
  },
} satisfies Situation;
