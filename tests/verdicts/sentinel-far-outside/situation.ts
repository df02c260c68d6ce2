import { drawer } from '../support/Draw';
import { findingsOf, wordOf } from '../support/judged';
import type { Situation } from '../support/Situation';

export default {
  source: 'JuliaData/CSV.jl#42, sodadata/soda-core#1616',
  reason:
    '-999 in 1% of the rows is new: sure, and no temperature. Quality names it as a likely marker of missing values.',
  right: 'drift; t sentinel',
  async judge(seed) {
    const { times, normal, chance } = drawer(seed, 'sentinel');
    const before = times(5000, () => normal(14, 6).toFixed(2));
    const after = times(5000, () => (chance(0.01) ? '-999' : normal(14, 6).toFixed(2)));
    const found = await findingsOf({ t: before }, { t: after });
    return `${await wordOf(before, after)}; ${found.find((one) => one.endsWith('sentinel'))}`;
  },
} satisfies Situation;
