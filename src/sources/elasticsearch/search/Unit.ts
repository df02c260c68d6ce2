import type { TimeRange } from '../../../query/time';
import type { Column } from './Column';
import { MOST_CATEGORIES } from './countAggs';

/** What one search counts. */
export interface Unit {
  readonly columns: readonly Column[];
  /** Indices of the request's windows. */
  readonly windows: readonly number[];
}

/** Well below the 65,536 buckets of `search.max_buckets`, since segments are not known before. */
const MOST_BUCKETS = 16_000;
const GUESSED_SEGMENTS = 6;

/** Searches that stay within the store's limit of buckets, as few as may be. */
export function unitsOf(
  columns: readonly Column[],
  windows: ReadonlyArray<TimeRange | null>,
  segmentLevels: number
): Unit[] {
  const most = MOST_BUCKETS / GUESSED_SEGMENTS ** segmentLevels;
  const weights = columns.map(weightOf);
  const heaviest = Math.max(...weights);
  const windowsAtOnce = Math.max(1, Math.min(windows.length, Math.floor(most / heaviest)));
  const units: Unit[] = [];
  for (const stretch of stretches(windows, windowsAtOnce)) {
    let group: Column[] = [];
    let weight = 0;
    columns.forEach((column, i) => {
      const more = weights[i] * stretch.length;
      if (group.length > 0 && weight + more > most) {
        units.push({ columns: group, windows: stretch });
        [group, weight] = [[], 0];
      }
      group.push(column);
      weight += more;
    });
    units.push({ columns: group, windows: stretch });
  }
  return units;
}

/** A search that was too much, as two; null where it is a single column in a single window. */
export function halve({ columns, windows }: Unit): readonly [Unit, Unit] | null {
  if (columns.length > 1) {
    const middle = columns.length >> 1;
    return [
      { columns: columns.slice(0, middle), windows },
      { columns: columns.slice(middle), windows },
    ];
  }
  if (windows.length > 1) {
    const middle = windows.length >> 1;
    return [
      { columns, windows: windows.slice(0, middle) },
      { columns, windows: windows.slice(middle) },
    ];
  }
  return null;
}

/** Buckets that a search asks for in each segment, at most. */
export function bucketsIn({ columns, windows }: Unit): number {
  return columns.reduce((sum, column) => sum + weightOf(column), 0) * windows.length;
}

function weightOf({ counting }: Column): number {
  const beside = 3;
  return (
    beside +
    (counting.kind === 'edges'
      ? (counting.edges?.length ?? 0)
      : (counting.only?.length ?? counting.most ?? MOST_CATEGORIES))
  );
}

/** A window without bounds is asked for on its own: no bucket of times would hold it. */
function stretches(windows: ReadonlyArray<TimeRange | null>, atOnce: number): number[][] {
  const found: number[][] = [];
  windows.forEach((window, i) => {
    const last = found.at(-1);
    const joins = last !== undefined && last.length < atOnce && window !== null && windows[last[0]] !== null;
    if (joins) {
      last.push(i);
    } else {
      found.push([i]);
    }
  });
  return found;
}
