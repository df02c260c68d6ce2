import type { ScoreTable } from '../../../outcomes/ScoreTable';
import { rowsOf } from './calibrationBuckets';

/** The scores of the rows of a table that have a label. */
export interface KnownScores {
  readonly rows: number;
  /** The lowest and the highest of them; NaN without any. */
  readonly from: number;
  readonly to: number;
}

/** Many windows are compared with one baseline, which may have a million scores. */
const known = new WeakMap<ScoreTable, KnownScores>();

export function knownScores(table: ScoreTable): KnownScores {
  const found = known.get(table) ?? find(table);
  known.set(table, found);
  return found;
}

function find(table: ScoreTable): KnownScores {
  const rows = rowsOf(table);
  const first = rows.findIndex((count) => count > 0);
  const last = rows.findLastIndex((count) => count > 0);
  return {
    rows: rows.reduce((sum, count) => sum + count, 0),
    from: first < 0 ? NaN : table.lower[first],
    to: last < 0 ? NaN : table.upper[last],
  };
}
