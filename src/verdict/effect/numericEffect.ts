import type { Distribution } from '../../distribution/Distribution';
import type { Decision } from '../../query/decision';
import { expectedWassersteinNormed } from '../../statistics/numeric/expectedWassersteinNormed';
import type { Measured } from '../../statistics/numeric/wassersteinDistance';
import type { TestResult } from '../../statistics/TestResult';
import { type Effect, effectAgainst, eitherEffect } from './Effect';

/** Mean of the Kolmogorov distribution, sqrt(π/2)·ln 2. */
const KOLMOGOROV_MEAN = 0.8687311606361591;

/**
 * Normed Wasserstein or KS D, whichever lies further above its threshold (the decision policy, step 2): an outlier
 * inflates the standard deviation and a wide bucket hides Wasserstein's lower bound, while D sees neither far shifts of few
 * values nor a change of the tail. KS D alone where the baseline has no scale, infinite values occur or mass lies in an
 * unbounded bucket.
 */
export function numericEffect(
  baseline: Distribution,
  current: Distribution,
  { ks, shift }: { readonly ks: TestResult; readonly shift: Measured },
  counts: { readonly n: number; readonly m: number },
  thresholds: Decision['thresholds']
): Effect {
  const chance = counts.n === 0 || counts.m === 0 ? null : KOLMOGOROV_MEAN * Math.sqrt(1 / counts.n + 1 / counts.m);
  const byDistance = effectAgainst('ks', ks, chance, thresholds.ks);
  if ('undefinedReason' in shift) {
    return byDistance;
  }
  const expected = expectedWassersteinNormed(baseline, current);
  const measured = { statistic: shift.estimate, statisticLow: shift.low, statisticHigh: shift.high };
  return expected === null
    ? byDistance
    : eitherEffect(effectAgainst('wasserstein_normed', measured, expected, thresholds.wassersteinNormed), byDistance);
}
