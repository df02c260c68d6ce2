import type { FileMetaData } from 'hyparquet';
import type { TimeRange } from '../../../../query/time';
import { groupTimes } from './groupTimes';
import type { ParquetLeaf } from './parquetColumns';

/** Row groups that lie one after the other and are read together: of small ones many, so that none costs a request. */
export interface RowBlock {
  readonly index: number;
  readonly groups: readonly number[];
  /** The first of its rows in the file. */
  readonly start: number;
  readonly rows: number;
}

/** Row groups of fewer rows are put together. */
const LEAST_ROWS = 16_384;

/** The blocks of a whole file: the same ones whatever is asked, so that what was read of one is known by its index. */
export function rowBlocks({ row_groups }: FileMetaData): RowBlock[] {
  const blocks: RowBlock[] = [];
  let groups: number[] = [];
  let start = 0;
  let rows = 0;
  row_groups.forEach(({ num_rows }, group) => {
    groups.push(group);
    rows += Number(num_rows);
    if (rows >= LEAST_ROWS || group === row_groups.length - 1) {
      blocks.push({ index: blocks.length, groups, start, rows });
      [start, rows, groups] = [start + rows, 0, []];
    }
  });
  return blocks;
}

/** The first and the last time in each block, by the statistics of its groups; null where one of them has none. */
export function blockTimes(
  metadata: FileMetaData,
  leaf: ParquetLeaf,
  blocks: readonly RowBlock[]
): ReadonlyArray<TimeRange | null> {
  const times = groupTimes(metadata, leaf);
  return blocks.map(({ groups }) => hullOf(groups.map((group) => times[group])));
}

function hullOf(times: ReadonlyArray<TimeRange | null>): TimeRange | null {
  let hull: TimeRange | null = null;
  for (const time of times) {
    if (time === null) {
      return null;
    }
    hull = hull === null ? time : { from: Math.min(hull.from, time.from), to: Math.max(hull.to, time.to) };
  }
  return hull;
}
