/** Names of the two-sample tests and distances, as written in a query's `tests` and after `--tests`. */
export const NUMERIC_TESTS = [
  'ks',
  'anderson_darling',
  'cramer_von_mises',
  'mann_whitney',
  'welch_t',
  'student_t',
  'epps_singleton',
  'energy',
  'wasserstein',
  'wasserstein_normed',
  'mmd',
  'psi',
  'psi_sturges',
  'kl',
  'jensen_shannon',
  'jensen_shannon_nats',
  'hellinger',
  'total_variation',
  'l_infinity',
  'missing_rate',
] as const;

export const CATEGORICAL_TESTS = [
  'chi_square',
  'g_test',
  'fisher',
  'z',
  'psi',
  'kl',
  'jensen_shannon',
  'jensen_shannon_nats',
  'hellinger',
  'total_variation',
  'l_infinity',
  'missing_rate',
] as const;

export const TEST_NAMES = [...new Set([...NUMERIC_TESTS, ...CATEGORICAL_TESTS])] as const;

export type NumericTestName = (typeof NUMERIC_TESTS)[number];
export type CategoricalTestName = (typeof CATEGORICAL_TESTS)[number];
export type TestName = NumericTestName | CategoricalTestName;
