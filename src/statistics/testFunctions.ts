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
import { andersonDarling } from './numeric/andersonDarling';
import { cramerVonMises } from './numeric/cramerVonMises';
import { energy } from './numeric/energy';
import { eppsSingleton } from './numeric/eppsSingleton';
import { ks } from './numeric/ks';
import { mannWhitney } from './numeric/mannWhitney';
import { mmd } from './numeric/mmd';
import { studentT } from './numeric/studentT';
import { wasserstein } from './numeric/wasserstein';
import { wassersteinNormed } from './numeric/wassersteinNormed';
import { welchT } from './numeric/welchT';
import type { TestOptions, TestResult } from './TestResult';

export type TestFunction = (baseline: Distribution, current: Distribution, options: TestOptions) => TestResult;

/** The function behind each name. */
export const TEST_FUNCTIONS: Readonly<Record<TestName, TestFunction>> = {
  ks,
  anderson_darling: andersonDarling,
  cramer_von_mises: cramerVonMises,
  mann_whitney: mannWhitney,
  welch_t: welchT,
  student_t: studentT,
  epps_singleton: eppsSingleton,
  energy,
  wasserstein,
  wasserstein_normed: wassersteinNormed,
  mmd,
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
