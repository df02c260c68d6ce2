import type { ConfusionCounts } from '../../src/outcomes/ConfusionCounts';
import type { Outcomes } from '../../src/outcomes/Outcomes';
import type { ScoreTable } from '../../src/outcomes/ScoreTable';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import type { SeededRandom } from '../../src/statistics/random/seededRandom';

/** A confusion matrix of independent rows with these chances of each cell. */
export function drawConfusion(rows: number, chances: ReadonlyArray<readonly number[]>, random: SeededRandom): Outcomes {
  const counts = chances.map((row) => new Float64Array(row.length));
  const cells = chances.flatMap((row, i) => row.map((chance, j) => ({ i, j, chance })));
  for (let k = 0; k < rows; k++) {
    let u = random.next();
    const cell = cells.find(({ chance }) => (u -= chance) < 0) ?? cells[cells.length - 1];
    counts[cell.i][cell.j] += 1;
  }
  const confusion: ConfusionCounts = { classes: chances.map((_, i) => `${i}`), counts };
  return { rows, labelled: rows, confusion };
}

/** Counts of each score, rounded to three decimals. */
export function tableOf(scores: readonly number[], isPositive: readonly boolean[]): ScoreTable {
  const lower = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
  const sides = new Map(['0', '1'].map((name) => [name, { counts: new Float64Array(1001) }]));
  scores.forEach((score, i) => {
    sides.get(isPositive[i] ? '1' : '0')!.counts[Math.round(score * 1000)] += 1;
  });
  return { lower, upper: lower, byClass: sides };
}

export function outcomesOf(table: ScoreTable): Outcomes {
  const rows = [...table.byClass.values()].reduce((sum, { counts }) => counts.reduce((all, n) => all + n, sum), 0);
  return { rows, labelled: rows, scores: new Map([['p', table]]) };
}

/** Normal scores of both classes, `distance` apart, as probabilities of a logistic model; so many rows of each. */
export function drawBinormal(positives: number, negatives: number, distance: number, random: SeededRandom): ScoreTable {
  const isPositive = Array.from({ length: positives + negatives }, (_, i) => i < positives);
  const scores = isPositive.map((is) => 1 / (1 + Math.exp(-(drawNormal(random) + (is ? distance : 0) - distance / 2))));
  return tableOf(scores, isPositive);
}

/**
 * Scores whose logit is normal around `centre`, and classes drawn with the probability `truth(score)`: calibrated where that
 * is the score itself.
 */
export function drawCalibrated(
  rows: number,
  centre: number,
  random: SeededRandom,
  truth: (score: number) => number = (score) => score
): ScoreTable {
  const scores = Array.from(
    { length: rows },
    () => Math.round(1000 / (1 + Math.exp(-(centre + 1.2 * drawNormal(random))))) / 1000
  );
  return tableOf(
    scores,
    scores.map((score) => random.next() < truth(score))
  );
}
