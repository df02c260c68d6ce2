import type { ErrorSums } from '../../../outcomes/ErrorSums';
import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../outcomes/ScoreTable';

/** Outcomes of single rows, for tests: classes are the texts of the values. */
export function outcomesOfRows(
  actual: readonly number[],
  predicted: readonly number[] | null,
  scores: ReadonlyMap<string, readonly number[]> = new Map()
): Outcomes {
  return {
    rows: actual.length,
    labelled: actual.length,
    ...(predicted && { confusion: confusionOfRows(actual, predicted) }),
    scores: new Map([...scores].map(([column, values]) => [column, tableOfRows(actual, values)])),
  };
}

export function confusionOfRows(actual: readonly number[], predicted: readonly number[]) {
  const classes = [...new Set([...actual, ...predicted].map(String))].sort();
  const counts = classes.map(() => new Float64Array(classes.length));
  actual.forEach((value, i) => (counts[classes.indexOf(`${value}`)][classes.indexOf(`${predicted[i]}`)] += 1));
  return { classes, counts };
}

/** Each distinct score an entry of its own. */
export function tableOfRows(actual: readonly number[], scores: readonly number[]): ScoreTable {
  const values = Float64Array.from(new Set(scores)).sort();
  return { lower: values, upper: values, byClass: byClass(actual, scores, (score) => values.indexOf(score)) };
}

/** Buckets with the given edges, the last one closed; `told` says what a place tells beside the counts. */
export function bucketsOfRows(
  actual: readonly number[],
  scores: readonly number[],
  edges: readonly number[],
  told: 'counts' | 'total' | 'squares' | 'sums' = 'counts'
): ScoreTable {
  const place = (score: number) => Math.min(edges.length - 2, edges.filter((edge) => edge <= score).length - 1);
  const lower = Float64Array.from(edges.slice(0, -1));
  const sides = byClass(actual, scores, place, lower.length);
  for (const [name, side] of sides) {
    const own = scores.filter((_, i) => `${actual[i]}` === name);
    const sums = new Float64Array(lower.length);
    own.forEach((score) => (sums[place(score)] += score));
    const total = { sum: own.reduce((sum, score) => sum + score, 0) };
    const squares = own.reduce((sum, score) => sum + score * score, 0);
    const more = { counts: {}, total: { total }, squares: { total: { ...total, squares } }, sums: { sums } }[told];
    sides.set(name, { ...side, ...more });
  }
  return { lower, upper: Float64Array.from(edges.slice(1)), byClass: sides };
}

function byClass(
  actual: readonly number[],
  scores: readonly number[],
  place: (score: number) => number,
  length = new Set(scores).size
) {
  const sides = new Map<string, { counts: Float64Array }>();
  scores.forEach((score, i) => {
    const side = sides.get(`${actual[i]}`) ?? { counts: new Float64Array(length) };
    side.counts[place(score)] += 1;
    sides.set(`${actual[i]}`, side);
  });
  return sides;
}

/** Sums of errors of single rows; without `detail` only what moments and absolute errors tell. */
export function errorsOfRows(actual: readonly number[], predicted: readonly number[], detail = true): ErrorSums {
  const rows = actual.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / rows, 0);
  const [meanActual, meanPredicted] = [mean(actual), mean(predicted)];
  const sumOf = (term: (y: number, p: number) => number) =>
    actual.reduce((sum, y, i) => sum + term(y, predicted[i]), 0);
  const absolute = sumOf((y, p) => Math.abs(p - y));
  const relative = (y: number, p: number) => (y === 0 ? 0 : Math.abs(p - y) / Math.abs(y));
  const symmetric = (y: number, p: number) =>
    p === 0 && y === 0 ? 0 : (2 * Math.abs(p - y)) / (Math.abs(p) + Math.abs(y));
  return {
    rows,
    meanActual,
    meanPredicted,
    squaresActual: sumOf((y) => (y - meanActual) ** 2),
    squaresPredicted: sumOf((_, p) => (p - meanPredicted) ** 2),
    products: sumOf((y, p) => (y - meanActual) * (p - meanPredicted)),
    absolute: { low: absolute, high: absolute },
    ...(detail && {
      squares: sumOf((y, p) => (p - y) ** 2),
      fourth: sumOf((y, p) => (p - y) ** 4),
      relative: {
        sum: sumOf(relative),
        squares: sumOf((y, p) => relative(y, p) ** 2),
        zeros: sumOf((y) => (y === 0 ? 1 : 0)),
      },
      symmetric: { sum: sumOf(symmetric), squares: sumOf((y, p) => symmetric(y, p) ** 2) },
      sorted: Float64Array.from(predicted, (p, i) => p - actual[i]).sort(),
    }),
  };
}
