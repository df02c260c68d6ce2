import { medianOf } from '../volume/medianOf';

export interface Season {
  /** Of each window its place in the period, from 0. */
  readonly phases: readonly number[];
  /** Number of windows in a period. */
  readonly period: number;
}

/** Below so many periods the median of a place in them says more of the noise, or of a change, than of the season. */
export const LEAST_PERIODS = 4;

/**
 * What is left of values when the season is taken away: from each the median of its place in the period, over all
 * periods, of the values less the mean of the period around them. So a change of level or a trend is no part of the
 * season. The mean over all places is 0, so that the level stays. `null`s stay.
 *
 * @param values one for each window, null where it is missing
 */
export function subtractSeason(values: ReadonlyArray<number | null>, { phases, period }: Season): Array<number | null> {
  const around = periodMeans(filled(values, period), period);
  const medians = Array.from({ length: period }, (_, phase) => {
    const of = values.flatMap((value, t) =>
      value !== null && around[t] !== null && phases[t] === phase ? [value - around[t]] : []
    );
    return medianOf(of);
  });
  const known = medians.filter((median) => median !== null);
  const centre = known.reduce((sum, median) => sum + median, 0) / Math.max(1, known.length);
  return values.map((value, t) => {
    const median = medians[phases[t]];
    return value === null || median === null ? null : value - (median - centre);
  });
}

/** A missing value as that of the same place in the nearest period that has it. */
function filled(values: ReadonlyArray<number | null>, period: number): Array<number | null> {
  return values.map((value, t) => {
    for (let step = 0; value === null && step * period < values.length; step++) {
      const near = values[t - step * period] ?? values[t + step * period] ?? null;
      if (near !== null) {
        return near;
      }
    }
    return value;
  });
}

/** Mean of the period around each value: with an even number of windows the outermost two count half. */
function periodMeans(values: ReadonlyArray<number | null>, period: number): Array<number | null> {
  const half = Math.floor(period / 2);
  const isEven = period % 2 === 0;
  const sums = new Float64Array(values.length + 1);
  const absent = new Int32Array(values.length + 1);
  values.forEach((value, t) => {
    sums[t + 1] = sums[t] + (value ?? 0);
    absent[t + 1] = absent[t] + Number(value === null);
  });
  return values.map((_, t) => {
    const [from, to] = [t - half, t + half + 1];
    if (from < 0 || to > values.length || absent[to] > absent[from]) {
      return null;
    }
    const ends = isEven ? ((values[from] ?? 0) + (values[to - 1] ?? 0)) / 2 : 0;
    return (sums[to] - sums[from] - ends) / period;
  });
}
