import type { Distribution } from '../../distribution/Distribution';
import { wholeTable } from '../binned/wholeTable';
import { pointResult } from '../pointResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { categoryName } from './categoryName';
import { fisherExactPValue } from './fisherExactPValue';
import { testTable } from './testTable';

/**
 * Fisher's exact test of a feature with two categories, two-sided: see `fisherExactPValue`. The statistic is the
 * sample odds ratio of the category that lost share, current against baseline, so between 0 and 1, finite, and the same
 * both ways round (SciPy's `fisher_exact` gives it or its reciprocal, depending on the order of rows);
 * `details.category` names the category. With more than two categories it is undefined: `chi_square` tests them
 * together, `fisherByCategory` one by one.
 */
export function fisher(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const table = testTable(baseline, current);
  if ('undefinedReason' in table) {
    return undefinedResult('fisher', table.undefinedReason);
  }
  if (table.baseline.length > 2) {
    return undefinedResult('fisher', `has ${table.baseline.length} categories, not two: use chi_square`);
  }
  const whole = wholeTable(table);
  const [a, b] = whole.baseline;
  const [c, d] = whole.current;
  // The product that is smaller belongs to the category that lost.
  const lost = c * b <= a * d ? 0 : 1;
  const oddsRatio = a * d === c * b ? 1 : Math.min(c * b, a * d) / Math.max(c * b, a * d);
  const nullValue = { pValue: fisherExactPValue(a, b, c, d), method: 'exact (Fisher)' };
  return pointResult('fisher', table.guarantee, oddsRatio, nullValue, {
    category: categoryName(table.categories[lost]),
  });
}
