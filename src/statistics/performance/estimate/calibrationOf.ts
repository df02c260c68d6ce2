import { isExact, type ScoreTable } from '../../../outcomes/ScoreTable';
import { calibrationBuckets, inBuckets, rowsOf } from './calibrationBuckets';
import { poolAdjacentViolators } from './poolAdjacentViolators';

/** What share of rows with a score is positive, learnt from one table for the entries of another. */
export interface Calibration {
  /** By bucket: rows of the baseline that its share rests on, and that share. */
  readonly baselineRows: Float64Array;
  readonly shares: Float64Array;
  /** For each entry of the current table its bucket; −1 without rows. */
  readonly places: Int32Array;
}

/**
 * Isotonic regression of the class on the score, over single scores or over the buckets that both tables share. Scores whose
 * shares were pooled are one bucket, cut at the threshold; a score that the baseline never had belongs to the nearest one.
 */
export function calibrationOf(
  baseline: ScoreTable,
  current: ScoreTable,
  positive: string,
  threshold: number
): Calibration {
  if (!isExact(baseline) || !isExact(current)) {
    const known = rowsOf(baseline);
    const positives = baseline.byClass.get(positive)?.counts ?? new Float64Array(known.length);
    const { buckets, places } = calibrationBuckets([baseline, current], [threshold]);
    const [baselineRows, own] = [known, positives].map((counts) => inBuckets(counts, places[0], buckets));
    return { baselineRows, shares: poolAdjacentViolators(own, baselineRows), places: places[1] };
  }
  const { scores, pools, poolOf } = fitOnce(baseline, positive);
  // Below and above the threshold apart: twice as many buckets as pools, of which one is really cut.
  const places = new Int32Array(current.lower.length);
  let at = 0;
  for (let i = 0; i < places.length; i++) {
    const score = current.lower[i];
    at = firstNotBelow(scores, score, at);
    places[i] = 2 * poolOf[nearest(scores, score, at)] + (score >= threshold ? 1 : 0);
  }
  return {
    baselineRows: Float64Array.from({ length: 2 * pools.length }, (_, b) => pools[b >> 1].rows),
    shares: Float64Array.from({ length: 2 * pools.length }, (_, b) => pools[b >> 1].share),
    places,
  };
}

/** The isotonic regression of one table of single scores. */
interface Fit {
  /** Those that have rows, ascending, and the pool of each. */
  readonly scores: Float64Array;
  readonly poolOf: Int32Array;
  readonly pools: ReadonlyArray<{ readonly share: number; readonly rows: number }>;
}

/** Many windows are compared with one baseline. */
const fits = new WeakMap<ScoreTable, Map<string, Fit>>();

function fitOnce(baseline: ScoreTable, positive: string): Fit {
  const ofTable = fits.get(baseline) ?? new Map<string, Fit>();
  fits.set(baseline, ofTable);
  const known = ofTable.get(positive) ?? fit(baseline, positive);
  ofTable.set(positive, known);
  return known;
}

function fit(baseline: ScoreTable, positive: string): Fit {
  const known = rowsOf(baseline);
  const positives = baseline.byClass.get(positive)?.counts ?? new Float64Array(known.length);
  const filled = known.reduce((count, rows) => count + Number(rows > 0), 0);
  const [scores, rows, hits] = [baseline.lower, known, positives].map((values) => filledOnly(values, known, filled));
  const shares = poolAdjacentViolators(hits, rows);
  const pools: Array<{ share: number; rows: number }> = [];
  const poolOf = new Int32Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    if (i === 0 || shares[i] !== shares[i - 1]) {
      pools.push({ share: shares[i], rows: 0 });
    }
    pools[pools.length - 1].rows += rows[i];
    poolOf[i] = pools.length - 1;
  }
  return { scores, poolOf, pools };
}

/** The values of the entries that have rows. */
function filledOnly(values: Float64Array, rows: Float64Array, size: number): Float64Array {
  if (size === rows.length) {
    return values;
  }
  const taken = new Float64Array(size);
  for (let i = 0, k = 0; i < rows.length; i++) {
    if (rows[i] > 0) {
      taken[k++] = values[i];
    }
  }
  return taken;
}

/**
 * The place of the first of ascending values that is not below another one, or else of the last, which is at `from` or
 * behind: values that are asked for in their order are found in steps that double.
 */
function firstNotBelow(among: Float64Array, value: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < among.length && among[low + step] < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, among.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (among[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The place of the value that lies nearest, by that of the first which is not below; of two equally near, the higher. */
function nearest(among: Float64Array, value: number, at: number): number {
  return at > 0 && value - among[at - 1] < Math.abs(among[at] - value) ? at - 1 : at;
}
