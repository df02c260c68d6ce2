import type { Arrival } from '../../query/arrival';
import type { Expectation } from '../../query/expectation';
import { ALL_ROWS } from '../../verdict/quality/decideQuality';
import { learnArrival } from '../../verdict/quality/learnArrival';
import { learnExpectation } from '../../verdict/quality/learnExpectation';
import { DELAY } from '../../verdict/quality/usualDelay';
import type { QualityResult } from '../Result';

/**
 * What each feature was like, by its name: in the baseline where there is one, else in the first window. Of several
 * segments the first one that has values counts.
 */
export function learnExpectations({ verdicts }: QualityResult, tolerance: number): Record<string, Expectation> {
  const learnt: Record<string, Expectation> = {};
  for (const { comparison } of verdicts) {
    const { feature, baseline, current } = comparison;
    if (feature !== ALL_ROWS && feature !== DELAY && !Object.hasOwn(learnt, feature)) {
      learnt[feature] = learnExpectation({ ...comparison, current: baseline ?? current }, tolerance);
    }
  }
  return learnt;
}

/** How long rows took to arrive, where a field says when they did. */
export function learntArrival(
  { verdicts }: QualityResult,
  field: string | undefined,
  tolerance: number
): Arrival | null {
  const delay = verdicts.find(({ comparison }) => comparison.feature === DELAY)?.comparison;
  return delay === undefined || field === undefined
    ? null
    : learnArrival(delay.baseline ?? delay.current, field, tolerance);
}
