import type { Distribution } from '../distribution/Distribution';
import type { TestName } from '../query/testNames';
import { jensenShannon, jensenShannonNats } from './binned/jensenShannon';
import { psi } from './binned/psi';
import { totalVariation } from './binned/totalVariation';
import { chiSquare } from './categorical/chiSquare';
import { fisher } from './categorical/fisher';
import { missingRate } from './missingRate';
import type { TestOptions, TestResult } from './TestResult';
import { undefinedResult } from './undefinedResult';

export type TestFunction = (baseline: Distribution, current: Distribution, options: TestOptions) => TestResult;

const pending =
  (name: TestName): TestFunction =>
  () =>
    undefinedResult(name, 'not built yet');

/** The function behind each name. */
export const TEST_FUNCTIONS: Readonly<Record<TestName, TestFunction>> = {
  ks: pending('ks'),
  anderson_darling: pending('anderson_darling'),
  cramer_von_mises: pending('cramer_von_mises'),
  mann_whitney: pending('mann_whitney'),
  welch_t: pending('welch_t'),
  student_t: pending('student_t'),
  epps_singleton: pending('epps_singleton'),
  energy: pending('energy'),
  wasserstein: pending('wasserstein'),
  wasserstein_normed: pending('wasserstein_normed'),
  mmd: pending('mmd'),
  psi,
  psi_sturges: pending('psi_sturges'),
  kl: pending('kl'),
  jensen_shannon: jensenShannon,
  jensen_shannon_nats: jensenShannonNats,
  hellinger: pending('hellinger'),
  total_variation: totalVariation,
  l_infinity: pending('l_infinity'),
  chi_square: chiSquare,
  g_test: pending('g_test'),
  fisher,
  z: pending('z'),
  missing_rate: missingRate,
};
