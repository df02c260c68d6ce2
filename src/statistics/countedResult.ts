import type { TestName } from '../query/testNames';
import type { CountTable } from './CountTable';
import type { TestResult } from './TestResult';

/** A result computed from one table of counts: certain where the counts are, without bounds where they are not. */
export function countedResult(
  test: TestName,
  guarantee: CountTable['guarantee'],
  statistic: number,
  nullValue: { readonly pValue: number | null; readonly method: string },
  details?: TestResult['details']
): TestResult {
  const exact = guarantee === 'exact';
  return {
    test,
    statistic,
    statisticLow: exact ? statistic : null,
    statisticHigh: exact ? statistic : null,
    pValue: nullValue.pValue,
    pValueLow: exact ? nullValue.pValue : null,
    pValueHigh: exact ? nullValue.pValue : null,
    method: nullValue.method,
    guarantee,
    ...(details && { details }),
  };
}
