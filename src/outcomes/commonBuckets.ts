import type { SharedEntries } from './mergeScores';
import type { ScoreCounts, ScoreTable } from './ScoreTable';

interface Entry {
  readonly table: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Whether `to` itself belongs to it: a single score, or the last entry. */
  readonly closed: boolean;
}

/** The finest buckets of which none cuts an entry, with rows, of any of these tables. */
export function commonBuckets(tables: readonly ScoreTable[]): SharedEntries {
  const shared = sharedEntries(tables);
  if (shared) {
    return shared;
  }
  const places = tables.map(({ lower }) => new Int32Array(lower.length).fill(-1));
  const lower: number[] = [];
  const upper: number[] = [];
  let closed = false;
  for (const { table, index, from, to, closed: isClosed } of tables.flatMap(entriesOf).sort(inOrder)) {
    const last = upper.length - 1;
    const overlaps = last >= 0 && (from < upper[last] || (closed && from === upper[last]));
    if (!overlaps) {
      lower.push(from);
      upper.push(to);
      closed = isClosed;
    } else if (to >= upper[last]) {
      closed = isClosed || (closed && to === upper[last]);
      upper[last] = to;
    }
    places[table][index] = lower.length - 1;
  }
  return { lower: Float64Array.from(lower), upper: Float64Array.from(upper), places };
}

/** Where all have the same entries these are kept, the empty ones too. */
function sharedEntries(tables: readonly ScoreTable[]): SharedEntries | null {
  const [{ lower, upper }] = tables;
  const isSame = (a: Float64Array, b: Float64Array) => a.length === b.length && a.every((value, i) => value === b[i]);
  return tables.every((table) => isSame(table.lower, lower) && isSame(table.upper, upper))
    ? { lower, upper, places: tables.map(() => null) }
    : null;
}

function entriesOf({ lower, upper, byClass, unlabelled }: ScoreTable, table: number): Entry[] {
  const sides: ScoreCounts[] = [...byClass.values(), ...(unlabelled ? [unlabelled] : [])];
  const entries: Entry[] = [];
  for (let index = 0; index < lower.length; index++) {
    if (sides.some(({ counts }) => counts[index] > 0)) {
      const closed = lower[index] === upper[index] || index === lower.length - 1;
      entries.push({ table, index, from: lower[index], to: upper[index], closed });
    }
  }
  return entries;
}

function inOrder(a: Entry, b: Entry): number {
  return a.from - b.from || a.to - b.to;
}
