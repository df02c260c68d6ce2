import type { Distribution } from '../../distribution/Distribution';
import { cramerVonMisesTail } from '../special/cramerVonMisesTail';
import type { TestOptions, TestResult } from '../TestResult';
import { columnTerm } from './cramerVonMisesColumn';
import { cramerVonMisesExactTail } from './cramerVonMisesExactTail';
import type { RankTable } from './RankTable';
import { rankTest } from './rankTest';

/** Up to this many values a side p is exact. */
const SMALL = 20;

/**
 * Two-sample Cramér–von Mises test (T. Anderson, "On the distribution of the two-sample Cramér–von Mises criterion",
 * 1962): T = U/(nmN) − (4nm − 1)/(6N) with U = nΣ(r_i − i)² + mΣ(s_j − j)² and midranks. p exact for max(n, m) ≤ 20,
 * given the ties; otherwise by the limit distribution at T brought to its mean and variance. A rank test: ±Infinity
 * takes part. From buckets: see `rankTest`.
 */
export function cramerVonMises(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  return rankTest('cramer_von_mises', baseline, current, (table) => {
    const { n, m } = table;
    const total = n + m;
    const fourfold = fourfoldU(table);
    const statistic = fourfold / 4 / n / m / total - (4 * n * m - 1) / (6 * total);
    return Math.max(n, m) <= SMALL
      ? { statistic, pValue: cramerVonMisesExactTail(fourfold, table), method: 'exact' }
      : { statistic, pValue: limitTail(statistic, n, m), method: 'limit distribution' };
  });
}

/** 4U: a whole number, since midranks are halves. */
function fourfoldU({ baseline, current, n, m }: RankTable): number {
  let sum = 0;
  let below = 0;
  let belowCurrent = 0;
  for (let i = 0; i < baseline.length; i++) {
    sum += columnTerm(baseline[i], current[i], below, belowCurrent, n, m);
    below += baseline[i];
    belowCurrent += current[i];
  }
  return sum;
}

function limitTail(statistic: number, n: number, m: number): number {
  const total = n + m;
  const pairs = n * m;
  const mean = (1 + 1 / total) / 6;
  const spread = (4 * pairs * total - 3 * (n * n + m * m) - 2 * pairs) / (4 * pairs);
  const variance = ((total + 1) / (45 * total * total)) * spread;
  return cramerVonMisesTail(1 / 6 + (statistic - mean) / Math.sqrt(45 * variance));
}
