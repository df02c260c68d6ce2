import type { Distribution } from '../../distribution/Distribution';
import type { TestResult } from '../../statistics/TestResult';
import { effectAgainst, type Effect } from './Effect';

/** Change of the share of missing values, against the change that chance shows: sqrt(2p(1−p)(1/n+1/m)/π), p pooled. */
export function missingRateEffect(
  baseline: Distribution,
  current: Distribution,
  result: TestResult,
  threshold: number
): Effect {
  const [n, m] = [baseline.counts.total, current.counts.total];
  const absent = [baseline, current].reduce((sum, { counts }) => sum + counts.missing + counts.nan, 0);
  const pooled = n + m === 0 ? 0 : absent / (n + m);
  const expected = n === 0 || m === 0 ? null : Math.sqrt((2 * pooled * (1 - pooled) * (1 / n + 1 / m)) / Math.PI);
  return effectAgainst('missing_rate', result, expected, threshold);
}
