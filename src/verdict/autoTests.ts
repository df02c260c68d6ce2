import type { FeatureType } from '../query/featureType';
import type { TestName } from '../query/testNames';

/**
 * What `auto` computes. The choice depends on the type alone, never on the size of the baseline, so that a verdict
 * does not change its meaning as data grows. Text is judged by the lengths of its values.
 */
export const AUTO_TESTS: Readonly<Record<FeatureType, readonly TestName[]>> = {
  numeric: ['ks', 'wasserstein_normed', 'missing_rate'],
  text: ['ks', 'wasserstein_normed', 'missing_rate'],
  categorical: ['chi_square', 'fisher', 'total_variation', 'missing_rate'],
  boolean: ['fisher', 'total_variation', 'missing_rate'],
};
