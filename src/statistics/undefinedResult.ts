import type { TestName } from '../query/testNames';
import type { TestResult } from './TestResult';

/** What a test answers where its measure does not exist: no numbers, and why. */
export function undefinedResult(test: TestName, reason: string): TestResult {
  return {
    test,
    statistic: null,
    statisticLow: null,
    statisticHigh: null,
    pValue: null,
    pValueLow: null,
    pValueHigh: null,
    method: 'none',
    guarantee: 'exact',
    undefinedReason: reason,
  };
}
