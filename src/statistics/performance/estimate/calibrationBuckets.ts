import { placesIn, sortedUnion } from '../../../outcomes/sortedUnion';
import { shareEntries } from '../../../outcomes/mergeScores';
import { isExact, type ScoreCounts, type ScoreTable } from '../../../outcomes/ScoreTable';

const BUCKETS = 50;

/** How the entries of several tables of one score fall into buckets that they share. */
export interface SharedBuckets {
  readonly buckets: number;
  /** For each table the bucket of each of its entries; −1 for entries without rows. */
  readonly places: readonly Int32Array[];
}

/**
 * Buckets for a comparison of scores with an earlier calibration. Of single scores, `BUCKETS` that hold about as many rows of
 * the baseline each, never across a cut; of buckets, the finest that all tables share.
 *
 * @param tables the baseline's first
 * @param cuts scores at which a bucket ends: decision thresholds
 * @param ofBaseline how many tables are the baseline's
 */
export function calibrationBuckets(
  tables: readonly ScoreTable[],
  cuts: readonly number[],
  ofBaseline = 1
): SharedBuckets {
  if (!tables.every((table) => isExact(table) || table.lower.length === 0)) {
    const { lower, places } = shareEntries(tables);
    const own = tables.map((table, i) => places[i] ?? Int32Array.from(table.lower, (_, k) => k));
    return { buckets: lower.length, places: own };
  }
  const union = sortedUnion(tables.map(({ lower }) => lower));
  const inUnion = tables.map(({ lower }) => placesIn(lower, union));
  const weights = new Float64Array(union.length);
  tables.slice(0, ofBaseline).forEach((table, k) => {
    rowsOf(table).forEach((count, i) => (weights[inUnion[k][i]] += count));
  });
  const bucketOf = new Int32Array(union.length);
  const size = weights.reduce((sum, count) => sum + count, 0) / BUCKETS;
  let [bucket, filled] = [0, 0];
  for (let i = 0; i < union.length; i++) {
    const isCut = i > 0 && cuts.some((cut) => union[i - 1] < cut && cut <= union[i]);
    if (i > 0 && (isCut || (filled > 0 && filled + weights[i] / 2 >= size))) {
      bucket += 1;
      filled = 0;
    }
    bucketOf[i] = bucket;
    filled += weights[i];
  }
  return {
    buckets: union.length > 0 ? bucket + 1 : 0,
    places: inUnion.map((places) => places.map((place) => bucketOf[place])),
  };
}

/** Rows of each entry with a label, and with `all` also those without. */
export function rowsOf({ lower, byClass, unlabelled }: ScoreTable, all = false): Float64Array {
  const rows = new Float64Array(lower.length);
  const sides: ScoreCounts[] = [...byClass.values(), ...(all && unlabelled ? [unlabelled] : [])];
  for (const { counts } of sides) {
    for (let i = 0; i < rows.length; i++) {
      rows[i] += counts[i];
    }
  }
  return rows;
}

/** Sums by bucket of one number for each entry. */
export function inBuckets(values: Float64Array, places: Int32Array, buckets: number): Float64Array {
  const sums = new Float64Array(buckets);
  for (let i = 0; i < values.length; i++) {
    if (places[i] >= 0) {
      sums[places[i]] += values[i];
    }
  }
  return sums;
}
