import type { Distribution } from '../../distribution/Distribution';
import { expectedTotalVariation } from '../../statistics/categorical/expectedTotalVariation';
import type { TestResult } from '../../statistics/TestResult';
import { effectAgainst, type Effect } from './Effect';

/** Half the sum of the changes of all shares, against what chance shows. */
export function totalVariationEffect(
  baseline: Distribution,
  current: Distribution,
  result: TestResult,
  threshold: number
): Effect {
  return effectAgainst('total_variation', result, expectedTotalVariation(baseline, current), threshold);
}
