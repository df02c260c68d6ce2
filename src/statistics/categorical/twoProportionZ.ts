import type { Distribution } from '../../distribution/Distribution';
import { pointResult } from '../pointResult';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { categoryName } from './categoryName';
import { testTable } from './testTable';

/**
 * Two-proportion z test with pooled variance, z = (q − p)/sqrt(s(1−s)(1/n + 1/m)) with s the pooled share, two-sided
 * (Agresti, "Categorical data analysis", 3.2; statsmodels' `proportions_ztest`), for a feature with two categories.
 * p and q are the shares of the category that gained, named in `details.category`, so z is never negative and the same
 * both ways round. z² is the χ² statistic. The normal limit is poor for small counts: `fisher` is exact there.
 */
export function twoProportionZ(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const table = testTable(baseline, current);
  if ('undefinedReason' in table) {
    return undefinedResult('z', table.undefinedReason);
  }
  if (table.baseline.length > 2) {
    return undefinedResult('z', `has ${table.baseline.length} categories, not two: use chi_square`);
  }
  const { baselineTotal: n, currentTotal: m } = table;
  const pooled = (table.baseline[0] + table.current[0]) / (n + m);
  const difference = table.current[0] / m - table.baseline[0] / n;
  const z = Math.abs(difference) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  const nullValue = { pValue: chiSquareUpperTail(z * z, 1), method: 'normal' };
  return pointResult('z', table.guarantee, z, nullValue, {
    category: categoryName(table.categories[difference >= 0 ? 0 : 1]),
    baselineShare: table.baseline[difference >= 0 ? 0 : 1] / n,
    currentShare: table.current[difference >= 0 ? 0 : 1] / m,
  });
}
