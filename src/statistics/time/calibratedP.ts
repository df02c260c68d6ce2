import type { CountedSeries } from './CountedSeries';
import type { Stretch } from './naturalVariation';

/** Shares of alpha where there are both, and enough windows for the smaller one. */
const SHARE = { values: 0.8, missing: 0.2 } as const;

/** 1/0.05 − 1 is 19, whatever doubles make of it. */
const ROUNDING = 1e-9;

export interface CalibratedSeries {
  readonly kind: CountedSeries['kind'];
  /** By window, with the calibration replayed, at the scale of single windows: `scoresOf` with `SINGLE`. */
  readonly score: Float64Array;
}

/** What the replayed windows of a calibration say of a score. */
export interface Calibrated {
  /** p of a series in a window, adjusted for all series; null where the series has no score there. */
  pOf(series: number, window: number): number | null;
  /** The score that a series must exceed so that its p is at most alpha; null with too few windows for that. */
  limitOf(series: number): number | null;
  /** Windows of the calibration that have a score of any series. */
  readonly windows: number;
  /** As many are needed so that p can be at most alpha. */
  readonly needed: number;
  /** Windows of the calibration in which any series has p ≤ alpha, each against all of them: what alpha promises. */
  readonly observed: number;
}

/**
 * p = (1 + windows whose largest replayed score over all series reaches the score)/(k + 1) (max-T: Westfall and Young
 * 1993, with replayed windows for permutations). Values and missing rates have yardsticks of their own where k is large
 * enough for that, so that storms of missing values don't hide a change of values; p is divided by the group's share.
 *
 * @param stretches the windows of the calibration
 */
export function calibratedP(
  series: readonly CalibratedSeries[],
  stretches: readonly Stretch[],
  alpha: number
): Calibrated {
  const all = series.map((_, i) => i);
  const [values, missing] = [false, true].map((wanted) => all.filter((i) => (series[i].kind === 'missing') === wanted));
  const windows = largestScores(series, all, stretches).length;
  const isSplit = values.length > 0 && missing.length > 0 && windows >= windowsNeeded(SHARE.missing * alpha);
  const groups = isSplit
    ? [yardstick(series, values, stretches, SHARE.values), yardstick(series, missing, stretches, SHARE.missing)]
    : [yardstick(series, all, stretches, 1)];
  const alarms = new Set(
    groups.flatMap(({ replayed, pOf }) => replayed.filter(({ score }) => pOf(score) <= alpha).map(({ at }) => at))
  );
  const groupOf = (index: number) => groups.find(({ members }) => members.includes(index));
  return {
    pOf: (index, window) => {
      const score = series[index].score[window];
      return Number.isNaN(score) ? null : (groupOf(index)?.pOf(score) ?? null);
    },
    limitOf: (index) => groupOf(index)?.limitAt(alpha) ?? null,
    windows,
    needed: windowsNeeded(alpha),
    observed: alarms.size,
  };
}

function yardstick(
  series: readonly CalibratedSeries[],
  members: readonly number[],
  stretches: readonly Stretch[],
  share: number
) {
  const replayed = largestScores(series, members, stretches);
  const sorted = Float64Array.from(replayed, ({ score }) => score).sort();
  const pOf = (score: number) => Math.min(1, (1 + reaching(sorted, score)) / (sorted.length + 1) / share);
  const limitAt = (alpha: number) => {
    const mayReach = Math.floor(alpha * share * (sorted.length + 1) + ROUNDING) - 1;
    return mayReach < 0 ? null : sorted[sorted.length - 1 - mayReach];
  };
  return { members, replayed, pOf, limitAt };
}

/** The fewest windows with which p can reach alpha. */
export function windowsNeeded(alpha: number): number {
  return Math.ceil(1 / alpha - 1 - ROUNDING);
}

function largestScores(
  series: readonly CalibratedSeries[],
  members: readonly number[],
  stretches: readonly Stretch[]
): Array<{ at: number; score: number }> {
  const found: Array<{ at: number; score: number }> = [];
  for (const [start, end] of stretches) {
    for (let at = start; at < end; at++) {
      let largest = -1;
      for (const i of members) {
        largest = series[i].score[at] > largest ? series[i].score[at] : largest;
      }
      if (largest >= 0) {
        found.push({ at, score: largest });
      }
    }
  }
  return found;
}

/** How many of the ascending scores are at least this one. */
function reaching(sorted: Float64Array, score: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < score) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sorted.length - low;
}
