import { isExact, type ScoreTable } from '../../../outcomes/ScoreTable';
import { placesIn, sortedUnion } from '../../../outcomes/sortedUnion';
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
  const known = rowsOf(baseline);
  const positives = baseline.byClass.get(positive)?.counts ?? new Float64Array(known.length);
  if (!isExact(baseline) || !isExact(current)) {
    const { buckets, places } = calibrationBuckets([baseline, current], [threshold]);
    const [baselineRows, own] = [known, positives].map((counts) => inBuckets(counts, places[0], buckets));
    return { baselineRows, shares: poolAdjacentViolators(own, baselineRows), places: places[1] };
  }
  const filled = Int32Array.from(known.keys()).filter((i) => known[i] > 0);
  const [scores, rows, hits] = [baseline.lower, known, positives].map((values) =>
    Float64Array.from(filled, (i) => values[i])
  );
  const shares = poolAdjacentViolators(hits, rows);
  const union = sortedUnion([scores, current.lower]);
  const pools: Array<{ share: number; rows: number }> = [];
  const poolOf = Int32Array.from(scores, (_, i) => {
    if (i === 0 || shares[i] !== shares[i - 1]) {
      pools.push({ share: shares[i], rows: 0 });
    }
    pools[pools.length - 1].rows += rows[i];
    return pools.length - 1;
  });
  // Below and above the threshold apart: twice as many buckets as pools, of which one is really cut.
  const bucketOf = nearest(scores, union).map((i, k) => 2 * poolOf[i] + (union[k] >= threshold ? 1 : 0));
  return {
    baselineRows: Float64Array.from({ length: 2 * pools.length }, (_, b) => pools[b >> 1].rows),
    shares: Float64Array.from({ length: 2 * pools.length }, (_, b) => pools[b >> 1].share),
    places: placesIn(current.lower, union).map((place) => bucketOf[place]),
  };
}

/** For each value the place of the nearest one of `among`, both in ascending order. */
function nearest(among: Float64Array, values: Float64Array): Int32Array {
  let place = 0;
  return Int32Array.from(values, (value) => {
    while (place + 1 < among.length && Math.abs(among[place + 1] - value) <= Math.abs(among[place] - value)) {
      place += 1;
    }
    return place;
  });
}
