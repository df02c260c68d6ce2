import type { TestName } from '../query/testNames';
import type { TestResult } from './TestResult';

/** A result of one figure, without bounds but its own: certain where what it is computed from is. */
export function pointResult(
  test: TestName,
  guarantee: 'exact' | 'approximate',
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
