import { drawer } from '../support/Draw';
import { findingsOf, wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'pvlib/pvanalytics#38',
  reason:
    'A converter reads 65535 when nothing is connected: new in 1% of the rows. The readings themselves are the same.',
  right: 'drift; x sentinel',
  async judge(seed) {
    const { times, normal, chance } = drawer(seed, 'full scale');
    const side = (part: number) => times(4000, () => (chance(part) ? 65_535 : Math.round(normal(1200, 90))));
    const [before, after] = [side(0), side(0.01)];
    const found = await findingsOf({ x: before }, { x: after });
    return `${await wordOf(before, after)}; ${found.join()}`;
  },
} satisfies Situation;
