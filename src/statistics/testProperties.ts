import type { TestName } from '../query/testNames';

/** What a test makes of a kind of distribution: its `guarantee` at best, or nothing. */
export type Support = 'exact' | 'bounded' | 'approximate' | 'no';

/** What is known of a test before it is run. */
export interface TestProperties {
  readonly samples: Support;
  readonly histogram: Support;
  readonly quantiles: Support;
  readonly categories: Support;
  /**
   * `computed` by an exact distribution or a limit; `drawn` by seeded permutations or tables, so null without them;
   * `either`, as the data allow: then the result's `method` says which.
   */
  readonly pValue: 'computed' | 'drawn' | 'either';
  /** Whether baseline and current may change places without changing the statistic (but for its sign). */
  readonly symmetric: boolean;
}

const RAW_ONLY = { samples: 'exact', histogram: 'no', quantiles: 'no', categories: 'no' } as const;
const BOUNDED = { samples: 'exact', histogram: 'bounded', quantiles: 'approximate', categories: 'no' } as const;
const MOMENTS = { ...BOUNDED, quantiles: 'no' } as const;
const RANKS = { ...BOUNDED, histogram: 'approximate', quantiles: 'approximate' } as const;
const BINNED = { samples: 'exact', histogram: 'approximate', quantiles: 'approximate', categories: 'exact' } as const;
const COUNTED = { samples: 'no', histogram: 'no', quantiles: 'no', categories: 'exact' } as const;

/** By name. Distances over the baseline's deciles are symmetric on categories only: numbers swap their bins too. */
export const TEST_PROPERTIES: Readonly<Record<TestName, TestProperties>> = {
  ks: { ...BOUNDED, pValue: 'computed', symmetric: true },
  anderson_darling: { ...RANKS, pValue: 'either', symmetric: true },
  cramer_von_mises: { ...RANKS, pValue: 'computed', symmetric: true },
  mann_whitney: { ...BOUNDED, pValue: 'computed', symmetric: false },
  welch_t: { ...MOMENTS, pValue: 'computed', symmetric: true },
  student_t: { ...MOMENTS, pValue: 'computed', symmetric: true },
  epps_singleton: { ...RAW_ONLY, pValue: 'either', symmetric: true },
  energy: { ...BOUNDED, pValue: 'drawn', symmetric: true },
  wasserstein: { ...BOUNDED, pValue: 'drawn', symmetric: true },
  wasserstein_normed: { ...BOUNDED, pValue: 'drawn', symmetric: false },
  mmd: { ...RAW_ONLY, pValue: 'drawn', symmetric: false },
  psi: { ...BINNED, pValue: 'either', symmetric: false },
  psi_sturges: { ...RAW_ONLY, pValue: 'either', symmetric: false },
  kl: { ...BINNED, pValue: 'drawn', symmetric: false },
  jensen_shannon: { ...BINNED, pValue: 'either', symmetric: false },
  jensen_shannon_nats: { ...BINNED, pValue: 'either', symmetric: false },
  hellinger: { ...BINNED, pValue: 'either', symmetric: false },
  total_variation: { ...BINNED, pValue: 'drawn', symmetric: false },
  l_infinity: { ...BINNED, pValue: 'drawn', symmetric: false },
  chi_square: { ...COUNTED, pValue: 'either', symmetric: true },
  g_test: { ...COUNTED, pValue: 'either', symmetric: true },
  fisher: { ...COUNTED, pValue: 'computed', symmetric: true },
  z: { ...COUNTED, pValue: 'computed', symmetric: true },
  missing_rate: {
    samples: 'exact',
    histogram: 'exact',
    quantiles: 'approximate',
    categories: 'exact',
    pValue: 'computed',
    symmetric: true,
  },
};
