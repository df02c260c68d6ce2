import type { Distribution } from '../distribution/Distribution';
import type { TestName } from '../query/testNames';
import { hellinger } from './binned/hellinger';
import { jensenShannon, jensenShannonNats } from './binned/jensenShannon';
import { klDivergence } from './binned/klDivergence';
import { lInfinity } from './binned/lInfinity';
import { psi } from './binned/psi';
import { psiSturges } from './binned/psiSturges';
import { totalVariation } from './binned/totalVariation';
import { chiSquare } from './categorical/chiSquare';
import { fisher } from './categorical/fisher';
import { gTest } from './categorical/gTest';
import { twoProportionZ } from './categorical/twoProportionZ';
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
  psi_sturges: psiSturges,
  kl: klDivergence,
  jensen_shannon: jensenShannon,
  jensen_shannon_nats: jensenShannonNats,
  hellinger,
  total_variation: totalVariation,
  l_infinity: lInfinity,
  chi_square: chiSquare,
  g_test: gTest,
  fisher,
  z: twoProportionZ,
  missing_rate: missingRate,
};
