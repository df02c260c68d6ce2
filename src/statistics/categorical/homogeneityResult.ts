import type { Distribution } from '../../distribution/Distribution';
import type { TestName } from '../../query/testNames';
import type { TableStatistic } from '../CountTable';
import { pointResult } from '../pointResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { homogeneityPValue } from './homogeneityPValue';
import { testTable } from './testTable';

/** The result of a test of homogeneity by category; `details` has its degrees of freedom and Cramér's V. */
export function homogeneityResult(
  test: TestName,
  statisticOf: TableStatistic,
  baseline: Distribution,
  current: Distribution,
  options: TestOptions
): TestResult {
  const table = testTable(baseline, current);
  if ('undefinedReason' in table) {
    return undefinedResult(test, table.undefinedReason);
  }
  const statistic = statisticOf(table.baseline, table.current, table.baselineTotal, table.currentTotal);
  const nullValue = homogeneityPValue(table, statisticOf, statistic, options, test);
  return pointResult(test, table.guarantee, statistic, nullValue, {
    degreesOfFreedom: table.baseline.length - 1,
    cramersV: Math.sqrt(statistic / (table.baselineTotal + table.currentTotal)),
    categories: table.baseline.length,
  });
}
