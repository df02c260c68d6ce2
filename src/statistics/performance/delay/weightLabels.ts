import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { Outcomes } from '../../../outcomes/Outcomes';

/** Rows of one age: predictions of one day, say. */
export interface AgedOutcomes {
  /** When one looks, less the time of prediction, in milliseconds. */
  readonly age: number;
  readonly outcomes: Outcomes;
}

/** Share of labels of an actual class that are known at an age, of rows with a predicted class: from 0 to 1. */
export type KnownShare = (age: number, actual: string, predicted: string) => number;

/** A share below this makes one label stand for more than 20 rows: it says more of chance than of the model. */
const LEAST_SHARE = 0.05;

/**
 * A confusion matrix of all rows of a young window, for display only: each known label stands for 1/F(age) rows, F being the
 * share of labels of its actual and predicted class that are known at its age. With `implied` only the other classes are ever
 * reported, and what is left of each predicted class is of the implied one. Counts are fractions. Rows of an age at which
 * hardly any label has come are left out. Null where no others are, or where the predicted classes are not known.
 */
export function weightLabels(
  parts: readonly AgedOutcomes[],
  known: KnownShare,
  implied?: string
): ConfusionCounts | null {
  const classes = classesIn(parts, implied);
  const place = new Map(classes.map((name, i) => [name, i]));
  const counts = classes.map(() => new Float64Array(classes.length));
  const predictedRows = new Float64Array(classes.length);
  const reported = classes.filter((name) => name !== implied);
  let isAnyLeft = false;
  for (const { age, outcomes } of parts) {
    const rest = restOf(outcomes);
    if (rest === null) {
      return null;
    }
    if (isTooYoung(age, rest, reported, known)) {
      continue;
    }
    isAnyLeft ||= outcomes.rows > 0;
    rest.forEach((rows, predicted) => (predictedRows[place.get(predicted) ?? 0] += rows));
    for (const { actual, predicted, rows } of cellsOf(outcomes)) {
      if (rows > 0 && actual !== implied) {
        counts[place.get(actual) ?? 0][place.get(predicted) ?? 0] += rows / known(age, actual, predicted);
      }
    }
  }
  if (implied !== undefined) {
    fillImplied(counts, predictedRows, place.get(implied) ?? 0);
  }
  return isAnyLeft ? { classes, counts } : null;
}

/**
 * What is left of each predicted class is of the implied one. Weights may add up to more rows than were predicted so: over all
 * days, since few rows of a day often do, and to cut each day would make the reported classes too rare.
 */
function fillImplied(counts: readonly Float64Array[], predictedRows: Float64Array, implied: number): void {
  predictedRows.forEach((rows, predicted) => {
    const reported = counts.reduce((sum, row) => sum + row[predicted], 0);
    const factor = reported > rows ? rows / reported : 1;
    counts.forEach((row) => (row[predicted] *= factor));
    counts[implied][predicted] += rows - reported * factor;
  });
}

function classesIn(parts: readonly AgedOutcomes[], implied?: string): string[] {
  const named = parts.flatMap(({ outcomes: { confusion, unlabelled } }) => [
    ...(confusion?.classes ?? []),
    ...(unlabelled?.keys() ?? []),
  ]);
  return [...new Set(implied === undefined ? named : [...named, implied])].sort((a, b) => (a < b ? -1 : 1));
}

/** Without labels such rows would all be of the implied class, and one label would stand for very many. */
function isTooYoung(
  age: number,
  predicted: ReadonlyMap<string, number>,
  reported: readonly string[],
  known: KnownShare
): boolean {
  return [...predicted].some(
    ([name, rows]) => rows > 0 && reported.some((actual) => !(known(age, actual, name) >= LEAST_SHARE))
  );
}

/** Rows by predicted class, with a label or without. */
function restOf(outcomes: Outcomes): Map<string, number> | null {
  const rest = new Map(outcomes.unlabelled ?? []);
  for (const { predicted, rows } of cellsOf(outcomes)) {
    rest.set(predicted, (rest.get(predicted) ?? 0) + rows);
  }
  const counted = [...rest.values()].reduce((sum, count) => sum + count, 0);
  return counted > 0 || outcomes.rows === 0 ? rest : null;
}

function cellsOf({ confusion }: Outcomes) {
  return (confusion?.classes ?? []).flatMap((actual, i) =>
    (confusion?.classes ?? []).map((predicted, j) => ({ actual, predicted, rows: confusion?.counts[i][j] ?? 0 }))
  );
}
