import type { EffectName } from '../Verdict';

/** How large a shift is, against what chance alone would show and against what matters. */
export interface Effect {
  readonly name: EffectName;
  readonly size: number | null;
  /** Under no drift, at these sample sizes; null where the plug-in estimate has no such bias. */
  readonly expected: number | null;
  readonly threshold: number;
  /** Certain: `size − expected` reaches the threshold even at the lower bound. */
  readonly large: boolean;
  /** Certain: it reaches half the threshold. */
  readonly notable: boolean;
  /** The upper bound would reach the threshold although the lower one does not: buckets could hide it. */
  readonly couldBeLarge: boolean;
  /** The most that could hide inside the buckets, null where the effect is known exactly. */
  readonly upperBound: number | null;
}

/** The gate of the decision policy, step 2, on a measure with bounds. */
export function effectAgainst(
  name: EffectName,
  measured: { statistic: number | null; statisticLow: number | null; statisticHigh: number | null },
  expected: number | null,
  threshold: number
): Effect {
  const chance = expected ?? 0;
  const certain = measured.statisticLow ?? measured.statistic;
  const excess = certain === null ? -Infinity : certain - chance;
  const high = measured.statisticHigh ?? measured.statistic;
  const large = excess >= threshold;
  return {
    name,
    size: measured.statistic,
    expected,
    threshold,
    large,
    notable: excess >= threshold / 2,
    couldBeLarge: !large && high !== null && high - chance >= threshold,
    upperBound: high !== null && certain !== null && high > certain ? high : null,
  };
}
