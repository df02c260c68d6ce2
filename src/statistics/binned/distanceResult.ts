import type { Distribution } from '../../distribution/Distribution';
import type { TestName } from '../../query/testNames';
import type { TableStatistic } from '../CountTable';
import { countedResult } from '../countedResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { binnedTable } from './binnedTable';
import { nullDistribution } from './nullDistribution';

/** The result of a distance between shares, with its p-value by random tables with the same margins. */
export function distanceResult(
  test: TestName,
  distance: TableStatistic,
  baseline: Distribution,
  current: Distribution,
  options: TestOptions
): TestResult {
  const table = binnedTable(baseline, current);
  if ('undefinedReason' in table) {
    return undefinedResult(test, table.undefinedReason);
  }
  const statistic = distance(table.baseline, table.current, table.baselineTotal, table.currentTotal);
  const nullValue =
    table.baseline.length === 1
      ? { pValue: 1, method: 'exact (one bin)' }
      : nullDistribution(table, distance, options, test);
  return countedResult(test, table.guarantee, statistic, nullValue, {
    bins: table.baseline.length,
    binning: table.bins,
  });
}
