import type { FeatureType } from '../../../query/featureType';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, type TestName } from '../../../query/testNames';
import { AUTO_TESTS } from '../../../verdict/autoTests';

/** The tests that a feature of a type gets, the deciding one first. */
export function testsOf(type: FeatureType, tests: 'auto' | readonly TestName[]): readonly TestName[] {
  if (tests === 'auto') {
    return AUTO_TESTS[type];
  }
  const fitting: ReadonlySet<string> = new Set(
    type === 'numeric' || type === 'text' ? NUMERIC_TESTS : CATEGORICAL_TESTS
  );
  return tests.filter((test) => fitting.has(test));
}
