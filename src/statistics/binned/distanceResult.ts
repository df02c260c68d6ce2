import type { Distribution } from '../../distribution/Distribution';
import type { TestName } from '../../query/testNames';
import type { CountTable, NoTable, TableStatistic } from '../CountTable';
import { pointResult } from '../pointResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { type BinnedTable, binnedTable } from './binnedTable';
import { decilePermutations } from './decilePermutations';
import type { NullPValue } from './monteCarlo';
import { nullDistribution } from './nullDistribution';
import { restBounds } from './restBounds';

/** A measure of how far apart two rows of counts are. */
export interface Distance {
  readonly test: TestName;
  readonly statistic: TableStatistic;
  /** p-value by a limit where that may be trusted; without it, or where it gives null, tables are drawn. */
  readonly limit?: (table: CountTable, statistic: number) => NullPValue | null;
  /** How the categories behind `rest` bound the statistic: see `restBounds`. */
  readonly rest: 'monotone' | 'largest' | 'unbounded';
}

/** The result of a distance between shares, over the baseline's deciles or the categories. */
export function distanceResult(
  distance: Distance,
  baseline: Distribution,
  current: Distribution,
  options: TestOptions
): TestResult {
  return tableDistanceResult(distance, binnedTable(baseline, current), options, (observed) =>
    baseline.kind === 'samples' && current.kind === 'samples'
      ? decilePermutations(baseline, current, distance.statistic, observed, options, distance.test)
      : null
  );
}

/**
 * The result of a distance between the rows of a table. Its p-value is the first that exists of: the limit, a
 * permutation of what the table was made from, tables with the same margins.
 */
export function tableDistanceResult(
  distance: Distance,
  table: BinnedTable | NoTable,
  options: TestOptions,
  permute?: (observed: number) => NullPValue | null
): TestResult {
  if ('undefinedReason' in table) {
    return undefinedResult(distance.test, table.undefinedReason);
  }
  const { baseline, current, baselineTotal, currentTotal } = table;
  const statistic = distance.statistic(baseline, current, baselineTotal, currentTotal);
  const nullValue =
    baseline.length === 1
      ? { pValue: 1, method: 'exact (one bin)' }
      : (distance.limit?.(table, statistic) ??
        permute?.(statistic) ??
        nullDistribution(table, distance.statistic, options, distance.test));
  const result = pointResult(distance.test, table.guarantee, statistic, nullValue, {
    bins: baseline.length,
    binning: table.bins,
  });
  const bounds = restBounds(distance, table, statistic);
  return bounds === null ? result : { ...result, ...bounds };
}
