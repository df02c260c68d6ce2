import { blockMaxima } from './blockMaxima';
import type { CountedSeries } from './CountedSeries';
import type { Stretch } from './naturalVariation';
import { returnLevel } from './returnLevel';

/** Limits aim at half the promised rate: they are estimates, and have noise. */
const CAUTION = 2;
/** Shares of the budget of false alarms: many missing rates are zero for months, then storm. */
const BUDGET = { values: 0.8, missing: 0.2 } as const;
/** A series that alone raises its group's limit so much is set aside. */
const RAISES = 1.5;
/** A limit is never lower, however little a feature varies. */
export const LOWEST_LIMIT = 3;

export interface LimitedSeries {
  readonly kind: CountedSeries['kind'];
  /** By window, with the calibration replayed: `scoresOf`. */
  readonly score: Float64Array;
}

/**
 * The limit of each series: a rule that runs for ever exceeds one of them in `falseAlarmEvery` blocks at most once, as long
 * as nothing happens that its calibration has not seen. One limit for the values of all features and one for all missing
 * rates; a series that alone would raise its group's limit by half has one of its own, as many times as rare as there are
 * series in the group.
 *
 * @param falseAlarmEvery in blocks
 * @param stretches the windows of the calibration
 * @returns null for the series of a group whose calibration has too few blocks
 */
export function sequentialLimits(
  series: readonly LimitedSeries[],
  block: Int32Array,
  stretches: readonly Stretch[],
  falseAlarmEvery: number
): ReadonlyArray<number | null> {
  const limits = new Array<number | null>(series.length).fill(null);
  const groups = { values: indicesOf(series, false), missing: indicesOf(series, true) };
  for (const [name, members] of Object.entries(groups) as Array<[keyof typeof groups, number[]]>) {
    const isAlone = groups[name === 'values' ? 'missing' : 'values'].length === 0;
    const period = (CAUTION * falseAlarmEvery) / (isAlone ? 1 : BUDGET[name]);
    const limitOf = (indices: readonly number[], blocks: number) => {
      const level = returnLevel(
        blockMaxima(
          indices.map((i) => series[i].score),
          block,
          stretches
        ),
        blocks
      );
      return level === null ? null : Math.max(LOWEST_LIMIT, level);
    };
    let together = members;
    let limit = limitOf(together, period);
    for (
      let aside = wild(together, limit, limitOf, period);
      aside !== null;
      aside = wild(together, limit, limitOf, period)
    ) {
      limits[aside] = limitOf([aside], period * members.length);
      together = together.filter((i) => i !== aside);
      limit = limitOf(together, period);
    }
    for (const i of together) {
      limits[i] = limit;
    }
  }
  return limits;
}

function indicesOf(series: readonly LimitedSeries[], isMissing: boolean): number[] {
  return series.flatMap(({ kind }, i) => ((kind === 'missing') === isMissing ? [i] : []));
}

/** The series without which the limit of the others falls most, if it falls by a third. */
function wild(
  together: readonly number[],
  limit: number | null,
  limitOf: (indices: readonly number[], blocks: number) => number | null,
  period: number
): number | null {
  if (limit === null || limit <= LOWEST_LIMIT || together.length < 2) {
    return null;
  }
  let [found, least] = [-1, limit / RAISES];
  for (const candidate of together) {
    const others = limitOf(
      together.filter((i) => i !== candidate),
      period
    );
    if (others !== null && others <= least) {
      [found, least] = [candidate, others];
    }
  }
  return found < 0 ? null : found;
}
