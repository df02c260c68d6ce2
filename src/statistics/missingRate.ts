import type { Distribution } from '../distribution/Distribution';
import { fisherExactPValue } from './categorical/fisherExactPValue';
import { pointResult } from './pointResult';
import type { TestOptions, TestResult } from './TestResult';
import { undefinedResult } from './undefinedResult';

/**
 * The absolute change of the share of rows without a value (missing or NaN), so of the same size for more and for
 * fewer; `details` has both shares. p by Fisher's exact test, two-sided, at every size: see `fisherExactPValue`.
 */
export function missingRate(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const before = Math.round(baseline.counts.total);
  const after = Math.round(current.counts.total);
  if (!(before > 0) || !(after > 0)) {
    return undefinedResult('missing_rate', before > 0 ? 'the current window has no rows' : 'the baseline has no rows');
  }
  const missingBefore = Math.min(before, Math.round(baseline.counts.missing + baseline.counts.nan));
  const missingAfter = Math.min(after, Math.round(current.counts.missing + current.counts.nan));
  const baselineShare = missingBefore / before;
  const currentShare = missingAfter / after;
  // Mostly nothing is missing on either side.
  const pValue =
    missingBefore + missingAfter === 0
      ? 1
      : fisherExactPValue(missingBefore, before - missingBefore, missingAfter, after - missingAfter);
  const exact = hasTrueCounts(baseline) && hasTrueCounts(current);
  return pointResult(
    'missing_rate',
    exact ? 'exact' : 'approximate',
    Math.abs(currentShare - baselineShare),
    { pValue, method: 'exact (Fisher)' },
    { baselineShare, currentShare }
  );
}

function hasTrueCounts(distribution: Distribution): boolean {
  return distribution.kind === 'samples' || (distribution.kind !== 'quantiles' && distribution.guarantee === 'exact');
}
