import type { TestName } from '../../query/testNames';
import type { Distribution } from '../../distribution/Distribution';
import { pointResult } from '../pointResult';
import type { TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { whyNotNumeric } from './numericInput';
import { type RankTable, rankTable } from './RankTable';

/** What a rank test makes of its table, or why nothing. */
export type RankOutcome =
  | { readonly statistic: number; readonly pValue: number; readonly method: string }
  | { readonly undefinedReason: string };

/**
 * Runs a test that needs nothing but the ranks of values that are not all equal. From buckets it is the test of the
 * bucketed values, those of a bucket tied: approximate for the raw ones, and without bounds.
 */
export function rankTest(
  test: TestName,
  baseline: Distribution,
  current: Distribution,
  outcomeOf: (table: RankTable) => RankOutcome
): TestResult {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return undefinedResult(test, reason);
  }
  const table = rankTable(baseline, current);
  const { isRaw } = table;
  if (table.baseline.length === 1) {
    return undefinedResult(test, isRaw ? 'all values are equal' : 'all values lie in one bucket');
  }
  const outcome = outcomeOf(table);
  if ('undefinedReason' in outcome) {
    return undefinedResult(test, outcome.undefinedReason);
  }
  return pointResult(test, isRaw ? 'exact' : 'approximate', outcome.statistic, outcome);
}
