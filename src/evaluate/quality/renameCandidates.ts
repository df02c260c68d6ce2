import type { Distribution } from '../../distribution/Distribution';
import { quantile } from '../../distribution/quantile';
import type { ColumnSides } from './columnChecks';

/** New columns that a vanished one is compared with: with all of them, thousands of each would be millions of pairs. */
const MOST = 60;

type Key = number | string;

/**
 * The new columns that a vanished one may be: all, or the 60 that are nearest by their median or by their most frequent
 * category, which columns that agree share about.
 */
export function renameCandidates(
  added: readonly ColumnSides[]
): (gone: Pick<ColumnSides, 'baseline'>) => readonly ColumnSides[] {
  if (added.length <= MOST) {
    return () => added;
  }
  const keyed = added
    .map((column) => ({ column, key: keyOf(column.current) }))
    .sort((a, b) => compareKeys(a.key, b.key));
  return ({ baseline }) => {
    if (baseline === null) {
      return [];
    }
    const key = keyOf(baseline);
    let [low, high] = [0, keyed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = compareKeys(keyed[middle].key, key) < 0 ? [middle + 1, high] : [low, middle];
    }
    const first = Math.max(0, Math.min(low - MOST / 2, keyed.length - MOST));
    return keyed.slice(first, first + MOST).map(({ column }) => column);
  };
}

function keyOf(distribution: Distribution): Key {
  if (distribution.kind !== 'categories') {
    return quantile(distribution, 0.5) ?? 0;
  }
  let [most, name] = [0, ''];
  for (const [category, count] of distribution.byCategory) {
    if (count > most || (count === most && category < name)) {
      [most, name] = [count, category];
    }
  }
  return name;
}

/** Numbers before texts. */
function compareKeys(a: Key, b: Key): number {
  if (typeof a !== typeof b) {
    return typeof a === 'number' ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
