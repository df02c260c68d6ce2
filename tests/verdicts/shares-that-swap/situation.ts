import { drawer } from '../support/Draw';
import { wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'whylabs/whylogs#491, NannyML/nannyml#439',
  reason:
    '130 bad of 500 against 240 of 500 is a change of 22 points, sure by any test; the rows in another order are none.',
  right: 'drift, no_drift',
  async judge(seed) {
    const { below } = drawer(seed, 'swap');
    const side = (bad: number, good: number) => {
      const rows = [...Array.from({ length: bad }, () => 'bad'), ...Array.from({ length: good }, () => 'good')];
      for (let i = rows.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [rows[i], rows[j]] = [rows[j], rows[i]];
      }
      return rows;
    };
    const before = side(130, 370);
    return `${await wordOf(before, side(240, 260))}, ${await wordOf(before, side(130, 370))}`;
  },
} satisfies Situation;
