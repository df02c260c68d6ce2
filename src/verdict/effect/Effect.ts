import type { EffectGate, EffectName } from '../Verdict';

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
  /** The most that could hide inside the buckets, where that would reach the threshold and the certain part doesn't. */
  readonly hidden: { readonly effect: EffectName; readonly upTo: number } | null;
  /** Every measure that decided whether the shift is large, with its bounds; empty where counts alone did. */
  readonly gates: readonly EffectGate[];
}

interface Measured {
  readonly statistic: number | null;
  readonly statisticLow: number | null;
  readonly statisticHigh: number | null;
}

/** The gate of the decision policy, step 2, on a measure with bounds. */
export function effectAgainst(
  name: EffectName,
  measured: Measured,
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
    hidden: !large && high !== null && high - chance >= threshold ? { effect: name, upTo: high } : null,
    gates: [{ effect: name, size: measured.statistic, low: certain, high, expected, threshold }],
  };
}

/** How many thresholds the certain part of a gate's measure lies above what chance shows. */
export function thresholdsAbove({ low, expected, threshold }: EffectGate): number {
  return low === null ? -Infinity : (low - (expected ?? 0)) / threshold;
}

/**
 * Large if either of two measures is. Shown is the one that lies further above its threshold; as long as neither reaches
 * half of it, the first.
 */
export function eitherEffect(first: Effect, second: Effect): Effect {
  const isSecond = second.notable && thresholdsAbove(second.gates[0]) > thresholdsAbove(first.gates[0]);
  const shown = isSecond ? second : first;
  const large = first.large || second.large;
  const hiding = large ? undefined : [shown, isSecond ? first : second].filter(({ hidden }) => hidden !== null);
  // A bound that is infinite says less.
  const { hidden = null } = hiding?.find((one) => one.hidden?.upTo !== Infinity) ?? hiding?.[0] ?? {};
  return {
    ...shown,
    large,
    notable: first.notable || second.notable,
    hidden,
    gates: [...first.gates, ...second.gates],
  };
}
