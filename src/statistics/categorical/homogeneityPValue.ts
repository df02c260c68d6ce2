import type { NullPValue } from '../binned/monteCarlo';
import { nullDistribution } from '../binned/nullDistribution';
import { wholeTable } from '../binned/wholeTable';
import type { CountTable, TableStatistic } from '../CountTable';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { TestOptions } from '../TestResult';
import { cochransRule } from './cochransRule';
import { fisherExactPValue } from './fisherExactPValue';

/**
 * p-value of a statistic of homogeneity that is χ² with K−1 degrees of freedom in the limit: by that limit where
 * Cochran's rule holds, else exact for two categories (Fisher), else by random tables with the same margins.
 */
export function homogeneityPValue(
  table: CountTable,
  statistic: TableStatistic,
  observed: number,
  options: TestOptions,
  stream: string
): NullPValue {
  const columns = table.baseline.length;
  if (cochransRule(table)) {
    return { pValue: chiSquareUpperTail(observed, columns - 1), method: 'chi-square' };
  }
  if (columns === 2) {
    const { baseline, current } = wholeTable(table);
    return {
      pValue: fisherExactPValue(baseline[0], baseline[1], current[0], current[1]),
      method: 'exact (Fisher)',
    };
  }
  return nullDistribution(table, statistic, options, stream);
}
