import { commonBuckets } from './commonBuckets';
import { totalOf } from './binaryScores';
import { isExact, type ScoreCounts, type ScoreTable } from './ScoreTable';
import { placesIn, sortedUnion } from './sortedUnion';

/** Entries that several tables can share, and for each table the place of each of its own entries; −1 if that is empty. */
export interface SharedEntries {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Null where the entries are the table's own. */
  readonly places: ReadonlyArray<Int32Array | null>;
}

/**
 * Score tables of several sets of rows as that of all. Single scores stay so, on the union of them; buckets with other
 * edges, or beside single scores, become the finest buckets that cut none of them.
 */
export function mergeScores(tables: readonly ScoreTable[]): ScoreTable {
  if (tables.length === 1) {
    return tables[0];
  }
  const shared = shareEntries(tables);
  // Single scores tell their sums; in buckets these no longer follow from the counts.
  const given = shared.lower === shared.upper ? tables : tables.map(withSums);
  const names = new Set(given.flatMap(({ byClass }) => [...byClass.keys()]));
  const unlabelled = given.map((table) => table.unlabelled);
  return {
    lower: shared.lower,
    upper: shared.upper,
    byClass: new Map(
      [...names].map((name) => [
        name,
        addUp(
          given.map(({ byClass }) => byClass.get(name)),
          shared
        ),
      ])
    ),
    ...(unlabelled.some((counts) => counts !== undefined) && { unlabelled: addUp(unlabelled, shared) }),
  };
}

export function shareEntries(tables: readonly ScoreTable[]): SharedEntries {
  const [{ lower, upper }] = tables;
  if (tables.every((table) => table.lower === lower && table.upper === upper)) {
    return { lower, upper, places: tables.map(() => null) };
  }
  if (tables.every((table) => isExact(table) || table.lower.length === 0)) {
    const union = sortedUnion(tables.map((table) => table.lower));
    return { lower: union, upper: union, places: tables.map((table) => placesIn(table.lower, union)) };
  }
  return commonBuckets(tables);
}

function addUp(parts: ReadonlyArray<ScoreCounts | undefined>, { lower, places }: SharedEntries): ScoreCounts {
  const filled = parts.flatMap((part, i) =>
    part?.counts.some((count) => count !== 0) ? [{ part, places: places[i] }] : []
  );
  const sum = (of: (part: ScoreCounts) => Float64Array | undefined) => {
    const result = new Float64Array(lower.length);
    for (const { part, places: own } of filled) {
      const values = of(part) ?? [];
      for (let i = 0; i < values.length; i++) {
        // Empty buckets may have no place.
        result[own === null ? i : Math.max(0, own[i])] += values[i];
      }
    }
    return result;
  };
  const totals = filled.map(({ part }) => totalOf(part)).filter((total) => total !== undefined);
  const squares = totals.map((total) => total.squares).filter((square) => square !== undefined);
  return {
    counts: sum(({ counts }) => counts),
    ...(filled.length > 0 && filled.every(({ part }) => part.sums) && { sums: sum(({ sums }) => sums) }),
    ...(filled.length > 0 &&
      totals.length === filled.length && {
        total: {
          sum: totals.reduce((total, { sum: of }) => total + of, 0),
          ...(squares.length === filled.length && { squares: squares.reduce((total, of) => total + of, 0) }),
        },
      }),
  };
}

function withSums(table: ScoreTable): ScoreTable {
  if (!isExact(table)) {
    return table;
  }
  const add = (side: ScoreCounts): ScoreCounts => {
    const sums = side.counts.map((count, i) => count * table.lower[i]);
    const sum = sums.reduce((total, value) => total + value, 0);
    const squares = sums.reduce((total, value, i) => total + value * table.lower[i], 0);
    return { counts: side.counts, sums, total: { sum, squares } };
  };
  return {
    ...table,
    byClass: new Map([...table.byClass].map(([name, side]) => [name, add(side)])),
    ...(table.unlabelled && { unlabelled: add(table.unlabelled) }),
  };
}
