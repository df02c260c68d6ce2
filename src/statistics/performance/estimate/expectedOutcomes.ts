import { totalOf } from '../../../outcomes/binaryScores';
import type { Outcomes } from '../../../outcomes/Outcomes';
import { isExact, type ScoreCounts, type ScoreTable } from '../../../outcomes/ScoreTable';
import type { MetricRoles } from '../MetricRoles';
import { inBuckets, rowsOf } from './calibrationBuckets';
import { calibrationOf } from './calibrationOf';
import { knownScores } from './knownScores';

/** What an earlier calibration makes of today's scores. */
export interface Expected {
  /** Fractional rows by class, of all rows with a score, with a label or without. */
  readonly outcomes: Outcomes;
  /** By bucket: today's rows n, the baseline's m, and the share of positives c that its calibration gives. Some have no rows. */
  readonly rows: Float64Array;
  readonly baselineRows: Float64Array;
  readonly shares: Float64Array;
  /** By bucket the mean score of today's rows, of buckets the mean of their middles; 0 without rows. */
  readonly scores: Float64Array;
  /** Today's rows with a score below or above all of the baseline's, which take the share of the nearest one. */
  readonly beyond: number;
}

/**
 * Outcomes to expect for today's scores if each score still means what it meant in the baseline, whose labels are complete:
 * n_b·c_b positives and n_b·(1 − c_b) negatives in bucket b. They enter every metric like counted ones. A change of that
 * meaning, concept drift, can't be seen. Or why there are none.
 */
export function expectedOutcomes(baseline: ScoreTable, current: ScoreTable, roles: MetricRoles): Expected | string {
  const { positive } = roles;
  if (positive === undefined) {
    return 'no class is named as positive: set "positive"';
  }
  const all = rowsOf(current, true);
  const total = all.reduce((sum, count) => sum + count, 0);
  if (total === 0 || knownScores(baseline).rows === 0) {
    return total === 0 ? 'no row has a score' : 'the baseline has no row with a label and a score';
  }
  const { baselineRows, shares, places } = calibrationOf(baseline, current, positive, roles.threshold);
  const rows = inBuckets(all, places, shares.length);
  const negative = [...baseline.byClass.keys(), ...current.byClass.keys()].find((name) => name !== positive);
  const split = (side: 'positive' | 'negative') => splitCounts(current, all, places, shares, side);
  return {
    outcomes: {
      rows: total,
      labelled: total,
      scores: new Map([
        [
          roles.score ?? '',
          {
            lower: current.lower,
            upper: current.upper,
            byClass: new Map([
              [positive, split('positive')],
              [negative ?? `not ${positive}`, split('negative')],
            ]),
          },
        ],
      ]),
    },
    ...{ rows, baselineRows, shares },
    scores: meanScores(current, places, rows),
    beyond: beyondOf(baseline, current, all),
  };
}

function splitCounts(
  table: ScoreTable,
  all: Float64Array,
  places: Int32Array,
  shares: Float64Array,
  side: 'positive' | 'negative'
): ScoreCounts {
  const share = (i: number) => (side === 'positive' ? shares[places[i]] : 1 - shares[places[i]]);
  const split = (values: Float64Array) => values.map((value, i) => (places[i] < 0 ? 0 : value * share(i)));
  if (isExact(table)) {
    return { counts: split(all) };
  }
  const sides = [...table.byClass.values(), ...(table.unlabelled ? [table.unlabelled] : [])].filter(
    (side) => totalOf(side) !== undefined || side.counts.some((count) => count > 0)
  );
  const isKnown = sides.every(({ sums }) => sums !== undefined);
  const sums = all.map((_, i) => sides.reduce((sum, { sums: own }) => sum + (own?.[i] ?? 0), 0));
  return { counts: split(all), ...(isKnown && { sums: split(sums) }) };
}

function beyondOf(baseline: ScoreTable, current: ScoreTable, all: Float64Array): number {
  const { from, to } = knownScores(baseline);
  return all.reduce((sum, count, i) => sum + (current.upper[i] < from || current.lower[i] > to ? count : 0), 0);
}

/** Mean score of each bucket, of buckets the mean of their middles. */
function meanScores(
  { lower, upper, byClass, unlabelled }: ScoreTable,
  places: Int32Array,
  rows: Float64Array
): Float64Array {
  const sums = new Float64Array(rows.length);
  for (const { counts } of [...byClass.values(), ...(unlabelled ? [unlabelled] : [])]) {
    counts.forEach((count, i) => (sums[Math.max(0, places[i])] += (count * (lower[i] + upper[i])) / 2));
  }
  return sums.map((sum, b) => (rows[b] > 0 ? sum / rows[b] : 0));
}
