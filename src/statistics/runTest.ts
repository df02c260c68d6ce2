import type { Distribution } from '../distribution/Distribution';
import type { FeatureType } from '../query/featureType';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, type TestName } from '../query/testNames';
import type { TestOptions, TestResult } from './TestResult';
import { TEST_FUNCTIONS } from './testFunctions';
import { undefinedResult } from './undefinedResult';

/**
 * Runs one test or distance by name. Never throws for data: a test that doesn't apply to the feature's type, or whose
 * measure doesn't exist for these values, is undefined with the reason.
 */
export function runTest(
  name: TestName,
  type: FeatureType,
  baseline: Distribution,
  current: Distribution,
  options: TestOptions
): TestResult {
  const reason = whyNot(name, type, baseline, current);
  return reason === null ? TEST_FUNCTIONS[name](baseline, current, options) : undefinedResult(name, reason);
}

function whyNot(name: TestName, type: FeatureType, baseline: Distribution, current: Distribution): string | null {
  // Beyond this sums of counts are no longer exact, and what is drawn or summed row by row would not end.
  if (Math.max(baseline.counts.total, current.counts.total) > Number.MAX_SAFE_INTEGER) {
    return 'has more rows than can be counted exactly';
  }
  if (name === 'missing_rate') {
    return null;
  }
  // The lengths of text are numbers like any other; its values are not categories.
  if (type === 'text' && (baseline.kind === 'categories' || current.kind === 'categories')) {
    return 'text is tested by features derived from it';
  }
  const isNumeric = type === 'numeric' || type === 'text';
  const names: readonly TestName[] = isNumeric ? NUMERIC_TESTS : CATEGORICAL_TESTS;
  if (!names.includes(name)) {
    return `does not apply to ${type} features`;
  }
  if (isNumeric === (baseline.kind === 'categories') || isNumeric === (current.kind === 'categories')) {
    return isNumeric ? 'needs numbers, and has counts by category' : 'needs counts by category, and has numbers';
  }
  return null;
}
