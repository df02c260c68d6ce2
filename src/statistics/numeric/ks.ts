import type { Distribution, Samples } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { pointResult } from '../pointResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { ksBounds } from './ksBounds';
import { ksPValue } from './ksPValue';
import { guaranteeOf, whyNotNumeric } from './numericInput';
import { largestStep } from './stepDistances';
import { tieGroupsOfHistograms } from './tieGroupsOfHistograms';
import { tieGroupsOfSamples } from './tieGroupsOfSamples';

/**
 * Two-sample Kolmogorov–Smirnov test, two-sided: D = sup|F − G| (N. Smirnov 1939; W. Conover, "Practical Nonparametric
 * Statistics", 3rd ed. 1999, section 6.3). A rank test: ±Infinity takes part.
 *
 * Exact on samples. On histograms, samples against a histogram, and quantiles: with bounds on D, certified where the
 * counts are exact, and with the bounds on p that follow: with the ties that buckets of a single number tell, else as if no
 * values were tied inside a bucket. Ties only make a large D less likely, so that `pValueHigh` holds whatever is tied,
 * while `pValueLow` may then lie above the p-value of the
 * raw values. Undefined for categories and without values.
 * `details.location` is the value at which the distance is largest.
 */
export function ks(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return undefinedResult('ks', reason);
  }
  return baseline.kind === 'samples' && current.kind === 'samples'
    ? ksOfSamples(baseline, current, options)
    : ksOfKnots(baseline, current, options);
}

function ksOfSamples({ sorted: a }: Samples, { sorted: b }: Samples, options: TestOptions): TestResult {
  const { scaled, at } = largestStep(a, b);
  const nullValue = ksPValue(scaled, a.length, b.length, options, () => tieGroupsOfSamples(a, b));
  return pointResult('ks', 'exact', scaled / a.length / b.length, nullValue, location(at));
}

function ksOfKnots(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  // Extrapolated counts need not be whole.
  const n = Math.max(1, Math.round(numberOfValues(baseline)));
  const m = Math.max(1, Math.round(numberOfValues(current)));
  const { low, estimate, high, at } = ksBounds(baseline, current);
  const pairs = n * m;
  const findTies = () => tieGroupsOfHistograms(baseline, current);
  const most = ksPValue(low * pairs, n, m, options, findTies);
  const least = high === low ? most : ksPValue(high * pairs, n, m, options, findTies);
  const middle = estimate === low ? most : ksPValue(estimate * pairs, n, m, options, findTies);
  return {
    test: 'ks',
    statistic: estimate,
    statisticLow: low,
    statisticHigh: high,
    pValue: middle.pValue,
    pValueLow: Math.min(least.pValue, middle.pValue),
    pValueHigh: Math.max(most.pValue, middle.pValue),
    method: middle.method,
    guarantee: guaranteeOf(baseline, current),
    details: location(at),
  };
}

function location(at: number): TestResult['details'] {
  return Number.isFinite(at) ? { location: at } : undefined;
}
