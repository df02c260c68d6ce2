import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { NaiveSums } from '../../../outcomes/ForecastSums';
import type { Outcomes } from '../../../outcomes/Outcomes';
import { countDelays } from './countDelays';
import { countScores } from './countScores';
import { countForecasts } from './forecast/forecastCounter';
import type { LabelAges } from './labelAges';
import { countLists } from './lists/countLists';
import type { ClassRows, NumberRows, OutcomeRows } from './OutcomeRows';
import { sumErrors } from './sumErrors';

/** With as many rows in all, the errors of each cell are listed. */
const MOST_ERRORS = 200_000;

/** Counts what became of some rows; null where none of them counts. */
export type CountOutcomes = (rows: Int32Array, window: number) => Outcomes | null;

export function outcomesCounter(all: OutcomeRows): CountOutcomes {
  const { ages } = all;
  return all.task === 'classification'
    ? (rows) => ofClasses(all, rows, ages)
    : (
        (withSorted) => (rows, window) =>
          ofNumbers(all, rows, window, withSorted)
      )(countNumbers(all.actual) <= MOST_ERRORS);
}

function ofClasses(all: ClassRows, rows: Int32Array, ages: LabelAges | null): Outcomes | null {
  const { classes, predicted, actual, naive, lists } = all;
  const columns = [...all.scores];
  const counts = (row: number) =>
    (predicted !== null && predicted[row] >= 0) || columns.some(([, scores]) => !Number.isNaN(scores[row]));
  let [counted, labelled] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    if (counts(rows[i])) {
      counted++;
      labelled += Number(actual[rows[i]] >= 0);
    }
  }
  if (counted === 0) {
    return null;
  }
  const scores = new Map(columns.map(([name, one]) => [name, countScores(one, actual, rows, classes)]));
  return {
    ...{ rows: counted, labelled },
    ...(predicted !== null && { ...countConfusion(predicted, actual, rows, classes) }),
    ...(scores.size > 0 && { scores }),
    ...(naive !== undefined &&
      predicted !== null && { forecasts: { naive: countWrong(naive, predicted, actual, rows) } }),
    ...(lists !== undefined && { lists: countLists(lists, actual, rows) }),
    ...(ages !== null && { delays: countDelays(ages, rows, counts, predicted, classes) }),
  };
}

function countConfusion(
  predicted: Int16Array,
  actual: Int16Array,
  rows: Int32Array,
  all: readonly string[]
): { readonly confusion: ConfusionCounts; readonly unlabelled: ReadonlyMap<string, number> } {
  const size = all.length;
  const pairs = new Map<number, number>();
  const open = new Float64Array(size);
  for (const row of rows) {
    if (predicted[row] >= 0 && actual[row] < 0) {
      open[predicted[row]]++;
    } else if (predicted[row] >= 0) {
      const pair = actual[row] * size + predicted[row];
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  const named = new Set([...pairs.keys()].flatMap((pair) => [Math.floor(pair / size), pair % size]));
  const codes = [...named].sort((a, b) => a - b);
  const places = new Map(codes.map((code, i) => [code, i]));
  const counts = codes.map(() => new Float64Array(codes.length));
  for (const [pair, count] of pairs) {
    counts[places.get(Math.floor(pair / size)) ?? 0][places.get(pair % size) ?? 0] = count;
  }
  const unlabelled = new Map(all.flatMap((name, code) => (open[code] > 0 ? [[name, open[code]] as const] : [])));
  return { confusion: { classes: codes.map((code) => all[code]), counts }, unlabelled };
}

/** How often the model and a simple rule were wrong, in rows that have both. */
function countWrong(naive: Int16Array, predicted: Int16Array, actual: Int16Array, rows: Int32Array): NaiveSums {
  let [both, model, rule, without] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (actual[row] < 0 || predicted[row] < 0) {
      continue;
    }
    if (naive[row] < 0) {
      without += 1;
      continue;
    }
    both += 1;
    model += Number(predicted[row] !== actual[row]);
    rule += Number(naive[row] !== actual[row]);
  }
  return { rows: both, model: { low: model, high: model }, naive: { low: rule, high: rule }, without };
}

function ofNumbers(
  { predicted, actual, unreadable, ages, forecasts }: NumberRows,
  given: Int32Array,
  window: number,
  withSorted: boolean
): Outcomes | null {
  const rows = given.filter((row) => !Number.isNaN(predicted[row]) && unreadable?.[row] !== 1);
  if (rows.length === 0) {
    return null;
  }
  const labelled = rows.filter((row) => !Number.isNaN(actual[row]));
  return {
    ...{ rows: rows.length, labelled: labelled.length },
    errors: sumErrors(predicted, actual, labelled, withSorted),
    ...(forecasts !== undefined && countForecasts(forecasts, predicted, actual, labelled, window)),
    ...(ages !== null && { delays: countDelays(ages, rows, () => true, null, []) }),
  };
}

function countNumbers(values: Float64Array): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    count += Number(!Number.isNaN(values[row]));
  }
  return count;
}
