import type { Distribution } from '../../distribution/Distribution';
import type { Decision } from '../../query/decision';
import { expectedWassersteinNormed } from '../../statistics/numeric/expectedWassersteinNormed';
import type { TestResult } from '../../statistics/TestResult';
import { effectAgainst, type Effect } from './Effect';
import { hasScale } from './hasScale';

/** Mean of the Kolmogorov distribution, sqrt(π/2)·ln 2. */
const KOLMOGOROV_MEAN = 0.8687311606361591;

/**
 * Normed Wasserstein where it exists; KS D where the baseline has no scale, infinite values occur or mass lies in an
 * unbounded bucket (the decision policy, step 2).
 */
export function numericEffect(
  baseline: Distribution,
  current: Distribution,
  results: { ks: () => TestResult; wassersteinNormed: TestResult },
  counts: { n: number; m: number },
  thresholds: Decision['thresholds']
): Effect {
  const { ks, wassersteinNormed } = results;
  const exists = wassersteinNormed.statistic !== null && hasScale(baseline);
  const expected = exists ? expectedWassersteinNormed(baseline, current) : null;
  if (expected !== null) {
    return effectAgainst('wasserstein_normed', wassersteinNormed, expected, thresholds.wassersteinNormed);
  }
  const chance = counts.n === 0 || counts.m === 0 ? null : KOLMOGOROV_MEAN * Math.sqrt(1 / counts.n + 1 / counts.m);
  return effectAgainst('ks', ks(), chance, thresholds.ks);
}
