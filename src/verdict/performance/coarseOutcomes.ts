import type { ErrorSums } from '../../outcomes/ErrorSums';
import type { Outcomes } from '../../outcomes/Outcomes';
import { isExact, type ScoreTable } from '../../outcomes/ScoreTable';
import { placesIn, sortedUnion } from '../../outcomes/sortedUnion';

/** So many different scores are enough for a variance. */
const GRID = 1000;
/** Bins of the calibration error: no group of scores reaches across them. */
const TENTHS = Array.from({ length: 9 }, (_, i) => (i + 1) / 10);

/**
 * The same outcomes, small enough to be measured often, for the variance of a metric alone: where all parts together have more
 * than 1,000 different scores, neighbors are joined at their mean, each class's rows spread over the groups alike, and single
 * errors are left out.
 */
export function coarseOutcomes(parts: readonly Outcomes[], threshold: number): Outcomes[] {
  const columns = new Set(parts.flatMap(({ scores }) => [...(scores?.keys() ?? [])]));
  const coarse: Array<Map<string, ScoreTable>> = parts.map(() => new Map());
  for (const column of columns) {
    const holders = parts.flatMap(({ scores }, i) => {
      const table = scores?.get(column);
      return table === undefined ? [] : [{ i, table }];
    });
    const tables = joined(
      holders.map(({ table }) => table),
      threshold
    );
    holders.forEach(({ i }, k) => coarse[i].set(column, tables[k]));
  }
  return parts.map(({ delays: _delays, errors, ...part }, i) => ({
    ...part,
    ...(part.scores && { scores: coarse[i] }),
    ...(errors && { errors: withoutSingleErrors(errors) }),
  }));
}

function withoutSingleErrors({ sorted, ...errors }: ErrorSums): ErrorSums {
  return sorted === undefined || errors.squares !== undefined
    ? errors
    : { ...errors, squares: sorted.reduce((sum, error) => sum + error * error, 0) };
}

function joined(tables: readonly ScoreTable[], threshold: number): readonly ScoreTable[] {
  if (!tables.every(isExact)) {
    return tables;
  }
  const union = sortedUnion(tables.map(({ lower }) => lower));
  if (union.length <= GRID) {
    return tables;
  }
  const places = tables.map(({ lower }) => placesIn(lower, union));
  const groups = groupsOf(tables, places, union, threshold);
  const length = groups[groups.length - 1] + 1;
  const scores = meanScores(tables, places, groups, union, length);
  return tables.map(({ byClass }, t) => ({
    lower: scores,
    upper: scores,
    byClass: new Map(
      [...byClass].map(([name, { counts }]) => {
        const sums = new Float64Array(length);
        counts.forEach((count, i) => (sums[groups[places[t][i]]] += count));
        return [name, { counts: sums }];
      })
    ),
  }));
}

/** The group of each score: a new one after each thousandth of the classes' rows, and at the threshold and each tenth. */
function groupsOf(
  tables: readonly ScoreTable[],
  places: readonly Int32Array[],
  union: Float64Array,
  threshold: number
): Int32Array {
  const weights = new Float64Array(union.length);
  const names = new Set(tables.flatMap(({ byClass }) => [...byClass.keys()]));
  for (const name of names) {
    const sides = tables.map(({ byClass }) => byClass.get(name)?.counts);
    const rows = sides.reduce((sum, counts) => sum + (counts?.reduce((total, count) => total + count, 0) ?? 0), 0);
    sides.forEach((counts, t) =>
      counts?.forEach((count, i) => (weights[places[t][i]] += rows > 0 ? count / rows / names.size : 0))
    );
  }
  const breaks = [...TENTHS, threshold].sort((a, b) => a - b);
  const groups = new Int32Array(union.length);
  let [group, filled, done, next] = [-1, 0, -1, 0];
  for (let i = 0; i < union.length; i++) {
    const thousandth = Math.floor(filled * GRID);
    let isBreak = false;
    while (next < breaks.length && union[i] >= breaks[next]) {
      isBreak = true;
      next += 1;
    }
    if (thousandth > done || isBreak) {
      group += 1;
      done = thousandth;
    }
    groups[i] = group;
    filled += weights[i];
  }
  return groups;
}

function meanScores(
  tables: readonly ScoreTable[],
  places: readonly Int32Array[],
  groups: Int32Array,
  union: Float64Array,
  length: number
): Float64Array {
  const rows = new Float64Array(length);
  const sums = new Float64Array(length);
  tables.forEach(({ byClass }, t) => {
    for (const { counts } of byClass.values()) {
      counts.forEach((count, i) => {
        const place = places[t][i];
        rows[groups[place]] += count;
        sums[groups[place]] += count * union[place];
      });
    }
  });
  // A group of unlabelled rows alone stands where its first score does.
  const first = new Float64Array(length).fill(NaN);
  groups.forEach((group, i) => (first[group] = Number.isNaN(first[group]) ? union[i] : first[group]));
  return sums.map((sum, group) => (rows[group] > 0 ? sum / rows[group] : first[group]));
}
