import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'NannyML/nannyml#292',
  reason:
    'Hundreds of postcodes are categories, whatever their number: fresh rows of the same towns are no change, rows of one town alone are.',
  right: 'no_drift, drift',
  async judge(seed) {
    const { times, below } = drawer(seed, 'postcodes');
    const code = (town: number) => `K${String(town).padStart(2, '0')} ${below(9)}XY`;
    const draw = (size: number, towns: number) => times(size, () => code(below(towns)));
    const before = draw(6000, 40);
    return `${await wordOf(before, draw(3000, 40))}, ${await wordOf(before, draw(3000, 1))}`;
  },
} satisfies Situation;
