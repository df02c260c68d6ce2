import type { Expectation } from '../../../query/expectation';
import type { FeatureSpec } from '../../../query/selection';

/** The features with what is expected of one of them; undefined takes it away. One that isn't listed is added. */
export function withExpectation(
  features: readonly FeatureSpec[],
  name: string,
  expect: Expectation | undefined
): FeatureSpec[] {
  const all = features.some((feature) => feature.name === name) ? features : [...features, { name }];
  return all.map((feature) => {
    if (feature.name !== name) {
      return feature;
    }
    const { expect: _, ...rest } = feature;
    return expect === undefined ? rest : { ...rest, expect };
  });
}
