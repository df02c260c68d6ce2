import type { Notice } from '../../Notice';
import type { ColumnCache } from './ColumnCache';
import type { KeptRows } from './KeptRows';

/** What a scan has found out beside the columns. */
export interface KnownRows {
  readonly rows: number;
  readonly names: readonly string[];
  readonly notices?: readonly Notice[];
  /** Where some rows were left out: which were not. */
  readonly kept?: KeptRows;
}

/** What columns turned out not to be. */
export interface Odd {
  /** Those that can't come as times, by their plain names. */
  readonly times: Set<string>;
  /** Those by whose times no row can be left out. */
  readonly filters: Set<string>;
}

/** What scans have found out of each version of a file, and the scan under way: others wait for it. */
export interface ScanMemory {
  readonly cache: ColumnCache;
  readonly known: Map<string, KnownRows>;
  readonly odd: Map<string, Odd>;
  readonly underWay: Map<string, Promise<unknown>>;
  /** A file of so many bytes is too large to keep all its rows: those outside of the range are left out. */
  readonly large: number;
}

const MOST_KNOWN = 1000;

/** Sets an entry, and lets go of the oldest where there are too many. */
export function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.size > MOST_KNOWN ? map.keys() : []) {
    map.delete(oldest);
    break;
  }
}
