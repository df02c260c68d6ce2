import type { TestName } from '../../query/testNames';
import { studentTwoSidedTail } from '../special/studentTwoSidedTail';
import type { TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import type { Interval, MeanComparison } from './meanComparison';

/** Standard error of the gap and its degrees of freedom, from two sample variances. */
export type Scale = (
  baselineVariance: number,
  currentVariance: number,
  n: number,
  m: number
) => { readonly standardError: number; readonly degrees: number };

/** t = gap/standard error, two-sided, with the bounds that follow from those of means and variances. */
export function tTestResult(test: TestName, compared: MeanComparison, scale: Scale): TestResult {
  const { n, m, gap, baselineVariance: v, currentVariance: w, guarantee } = compared;
  const middle = scale(v.estimate, w.estimate, n, m);
  if (!(middle.standardError > 0)) {
    return undefinedResult(test, 'both samples are constant, so that there is no variance to compare with');
  }
  const statistic = gap.estimate / middle.standardError;
  if (!Number.isFinite(statistic)) {
    return undefinedResult(test, 'the means are too far apart for their variance');
  }
  const pValue = studentTwoSidedTail(statistic, middle.degrees);
  const figures = {
    test,
    statistic,
    pValue,
    method: 'student t',
    guarantee,
    details: { degrees_of_freedom: middle.degrees },
  };
  if (guarantee !== 'bounded') {
    const isExact = guarantee === 'exact';
    return {
      ...figures,
      statisticLow: isExact ? statistic : null,
      statisticHigh: isExact ? statistic : null,
      pValueLow: isExact ? pValue : null,
      pValueHigh: isExact ? pValue : null,
    };
  }
  return { ...figures, ...boundsOf(gap, scale, { v, w, n, m }) };
}

type Bounds = Pick<TestResult, 'statisticLow' | 'statisticHigh' | 'pValueLow' | 'pValueHigh'>;

/** With variances that may be zero t has no bound on that side. */
function boundsOf(
  gap: Interval,
  scale: Scale,
  { v, w, n, m }: { v: Interval; w: Interval; n: number; m: number }
): Bounds {
  const widest = scale(v.high, w.high, n, m).standardError;
  const narrowest = scale(v.low, w.low, n, m).standardError;
  const low = gap.low / (gap.low < 0 ? narrowest : widest);
  const high = gap.high / (gap.high > 0 ? narrowest : widest);
  const nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  const furthest = Math.max(Math.abs(low), Math.abs(high));
  // Fewer degrees of freedom make heavier tails: n + m − 2 are the most there can be, min(n, m) − 1 the fewest.
  return {
    statisticLow: Number.isFinite(low) ? low : null,
    statisticHigh: Number.isFinite(high) ? high : null,
    pValueLow: Number.isFinite(furthest) ? studentTwoSidedTail(furthest, n + m - 2) : 0,
    pValueHigh: studentTwoSidedTail(nearest, Math.max(1, Math.min(n, m) - 1)),
  };
}
