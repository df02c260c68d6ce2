import { asTimes } from './columns/asTimes';
import { unreadable } from './fileError';
import type { TableRows } from './readers/TableFile';

/** The time of each row that was read, NaN where it has none. Throws a SourceError for a cell that is not a time. */
export function readTimes({ columns, rows, rowNumber }: TableRows, timeField: string, shown: string): Float64Array {
  const column = columns.get(timeField);
  if (column === undefined) {
    return new Float64Array(rows).fill(NaN);
  }
  const { values, mistyped } = asTimes(column);
  if (mistyped !== null) {
    throw unreadable(
      `${shown}, column "${timeField}", row ${rowNumber(mistyped.row)}: "${mistyped.text}" is not a time: write ISO 8601, or a number since the epoch.`
    );
  }
  return values;
}
