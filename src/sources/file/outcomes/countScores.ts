import type { ScoreCounts, ScoreTable } from '../../../outcomes/ScoreTable';
import { distinctOf, placeOf, roomFor } from './placeOf';

/** How often each score occurs in some rows, by actual class; a score of NaN is left out. */
export function countScores(
  scores: Float64Array,
  actual: Int16Array,
  rows: Int32Array,
  classes: readonly string[]
): ScoreTable {
  let size = 0;
  const present = roomFor(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const score = scores[rows[i]];
    if (score === score) {
      present[size++] = score;
    }
  }
  const values = distinctOf(present, size);
  const counts: Float64Array[] = [];
  let unlabelled: Float64Array | undefined;
  for (let i = 0; i < rows.length; i++) {
    const score = scores[rows[i]];
    if (score === score) {
      const code = actual[rows[i]];
      const own =
        code < 0
          ? (unlabelled ??= new Float64Array(values.length))
          : (counts[code] ??= new Float64Array(values.length));
      own[placeOf(values, score)]++;
    }
  }
  const byClass = new Map<string, ScoreCounts>();
  counts.forEach((own, code) => byClass.set(classes[code], { counts: own }));
  return {
    lower: values,
    upper: values,
    byClass,
    ...(unlabelled !== undefined && { unlabelled: { counts: unlabelled } }),
  };
}
