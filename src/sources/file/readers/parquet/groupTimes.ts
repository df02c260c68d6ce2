import type { FileMetaData, SchemaElement } from 'hyparquet';
import type { TimeRange } from '../../../../query/time';
import type { ParquetLeaf } from './parquetColumns';
import { timesFrom } from './timesFrom';

/**
 * The first and the last time in each row group, by its statistics; null where they are not there. Only of a column that
 * holds times by its type: what a number counts is known from all values of its column alone.
 */
export function groupTimes({ row_groups }: FileMetaData, leaf: ParquetLeaf): ReadonlyArray<TimeRange | null> {
  const isTime = isOrdered(leaf.element);
  return row_groups.map(({ columns }) => {
    const statistics = columns[leaf.index]?.meta_data?.statistics;
    const from = statistics?.min_value ?? statistics?.min;
    const to = statistics?.max_value ?? statistics?.max;
    return isTime && typeof from === 'number' && typeof to === 'number' && from <= to ? { from, to } : null;
  });
}

/** The order of INT96 is not defined. */
function isOrdered(element: SchemaElement): boolean {
  return element.type !== 'INT96' && timesFrom(element) !== null;
}
