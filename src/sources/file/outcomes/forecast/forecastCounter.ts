import type { ErrorSums } from '../../../../outcomes/ErrorSums';
import type { ForecastSums, IntervalSums, NaiveSums, ScaledSums } from '../../../../outcomes/ForecastSums';
import { ANY_CLASS, ERROR_SIZES, type Outcomes } from '../../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../../outcomes/ScoreTable';
import { distinctOf, placeOf, roomFor } from '../placeOf';
import { sumErrors } from '../sumErrors';

/** Columns of forecasts beside the predicted number, NaN where there is none. */
export interface ForecastColumns {
  readonly quantiles: ReadonlyMap<string, Float64Array>;
  readonly lower: Float64Array | null;
  readonly upper: Float64Array | null;
  /** Null where no naive forecast was asked for. */
  readonly naive: Float64Array | null;
  /** The mean seasonal change of a row's series before a window, and of how many; null without a season. */
  readonly changeOf: ((row: number, window: number) => { readonly mean: number; readonly count: number }) | null;
  readonly sizes: boolean;
}

/** With fewer seasonal differences a series is too short to scale by. */
const LEAST_CHANGES = 10;

/** What more columns tell of labelled rows, which all have a predicted and an actual number. */
export function countForecasts(
  columns: ForecastColumns,
  predicted: Float64Array,
  actual: Float64Array,
  rows: Int32Array,
  window: number
): Pick<Outcomes, 'forecasts' | 'scores'> {
  const { quantiles, lower, upper, naive, changeOf, sizes } = columns;
  const forecasts: ForecastSums = {
    ...(quantiles.size > 0 && { quantiles: sumQuantiles(quantiles, actual, rows) }),
    ...(lower !== null && upper !== null && { interval: sumIntervals(lower, upper, actual, rows) }),
    ...(naive !== null && { naive: sumNaive(naive, predicted, actual, rows) }),
    ...(changeOf !== null && { scaled: sumScaled((row) => changeOf(row, window), predicted, actual, rows) }),
  };
  return {
    ...(Object.keys(forecasts).length > 0 && { forecasts }),
    ...(sizes && { scores: new Map([[ERROR_SIZES, countSizes(predicted, actual, rows)]]) }),
  };
}

/** Whether a row has all quantiles, each at least the one before. */
export function areOrdered(quantiles: readonly Float64Array[], row: number): boolean {
  for (let i = 0; i < quantiles.length; i++) {
    const value = quantiles[i][row];
    if (!(i === 0 ? value === value : value >= quantiles[i - 1][row])) {
      return false;
    }
  }
  return true;
}

function sumQuantiles(
  quantiles: ReadonlyMap<string, Float64Array>,
  actual: Float64Array,
  rows: Int32Array
): Map<string, ErrorSums> {
  const values = [...quantiles.values()];
  const ordered = rows.filter((row) => areOrdered(values, row));
  return new Map(Array.from(quantiles, ([name, column]) => [name, sumErrors(column, actual, ordered, false)]));
}

function sumIntervals(lower: Float64Array, upper: Float64Array, actual: Float64Array, all: Int32Array): IntervalSums {
  let [rows, inside, width, squares] = [0, 0, 0, 0];
  for (const row of all) {
    const [low, high] = [lower[row], upper[row]];
    if (low <= high) {
      rows += 1;
      inside += Number(low <= actual[row] && actual[row] <= high);
      width += high - low;
      squares += (high - low) ** 2;
    }
  }
  return { rows, inside, width, squares };
}

function sumNaive(naive: Float64Array, predicted: Float64Array, actual: Float64Array, all: Int32Array): NaiveSums {
  let [rows, model, loss] = [0, 0, 0];
  for (const row of all) {
    if (naive[row] === naive[row]) {
      rows += 1;
      model += Math.abs(predicted[row] - actual[row]);
      loss += Math.abs(naive[row] - actual[row]);
    }
  }
  return { rows, model: { low: model, high: model }, naive: { low: loss, high: loss }, without: all.length - rows };
}

function sumScaled(
  changeOf: (row: number) => { readonly mean: number; readonly count: number },
  predicted: Float64Array,
  actual: Float64Array,
  all: Int32Array
): ScaledSums {
  let [rows, sum, squares, short, constant] = [0, 0, 0, 0, 0];
  for (const row of all) {
    const { mean, count } = changeOf(row);
    if (count < LEAST_CHANGES) {
      short += 1;
    } else if (!(mean > 0)) {
      constant += 1;
    } else {
      const scaled = Math.abs(predicted[row] - actual[row]) / mean;
      rows += 1;
      sum += scaled;
      squares += scaled * scaled;
    }
  }
  return { rows, sum, squares, short, constant };
}

function countSizes(predicted: Float64Array, actual: Float64Array, rows: Int32Array): ScoreTable {
  const room = roomFor(rows.length);
  for (let i = 0; i < rows.length; i++) {
    room[i] = Math.abs(predicted[rows[i]] - actual[rows[i]]);
  }
  const values = distinctOf(room, rows.length);
  const counts = new Float64Array(values.length);
  for (let i = 0; i < rows.length; i++) {
    counts[placeOf(values, Math.abs(predicted[rows[i]] - actual[rows[i]]))] += 1;
  }
  return { lower: values, upper: values, byClass: new Map([[ANY_CLASS, { counts }]]) };
}
