import type { TestName } from '../query/testNames';

/** What a test or distance says about a baseline and a current distribution. Numbers that don't exist are null, never NaN. */
export interface TestResult {
  readonly test: TestName;
  /** Exact on raw samples and counts; the best estimate where only bounds are known. */
  readonly statistic: number | null;
  /** Bounds on the statistic; equal to it where it is exact, null where none are known (the upper one alone where it could be anything). */
  readonly statisticLow: number | null;
  readonly statisticHigh: number | null;
  readonly pValue: number | null;
  /** p of `statisticHigh` and of `statisticLow`. */
  readonly pValueLow: number | null;
  readonly pValueHigh: number | null;
  /** How the p-value was computed: `exact`, `kolmogorov limit`, `chi-square`, `monte carlo (10000)`, … or `none`. */
  readonly method: string;
  /** `exact`: from raw values or true counts; `bounded`: the bounds are certified; `approximate`: nothing is. */
  readonly guarantee: 'exact' | 'bounded' | 'approximate';
  /** Why the measure does not exist for this input. Then every number is null. */
  readonly undefinedReason?: string;
  /** Further figures: degrees of freedom, number of bins, the category found. */
  readonly details?: Readonly<Record<string, number | string>>;
}

/** What random and costly tests need to be told, so that the core stays pure. */
export interface TestOptions {
  readonly seed: number;
  /** Permutations or Monte Carlo tables, at least (number of features) / alpha; 0: no p-value where it would be drawn. */
  readonly permutations: number;
  /** Ask for the exact null distribution of KS wherever affordable; many features are screened with the limit first. */
  readonly exactKs?: boolean;
}
