import type { Expectation } from '../../query/expectation';
import { ALL_ROWS } from '../../verdict/quality/decideQuality';
import { learnExpectation } from '../../verdict/quality/learnExpectation';
import type { QualityResult } from '../Result';

/**
 * What each feature was like, by its name: in the baseline where there is one, else in the first window. Of several
 * segments the first one that has values counts.
 */
export function learnExpectations({ verdicts }: QualityResult, tolerance: number): Record<string, Expectation> {
  const learnt: Record<string, Expectation> = {};
  for (const { comparison } of verdicts) {
    const { feature, baseline, current } = comparison;
    if (feature !== ALL_ROWS && !Object.hasOwn(learnt, feature)) {
      learnt[feature] = learnExpectation({ ...comparison, current: baseline ?? current }, tolerance);
    }
  }
  return learnt;
}
