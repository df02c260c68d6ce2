import { asTimes, type Times } from './columns/asTimes';
import type { Column } from './columns/Column';
import { asText } from './columns/asText';
import { NoTimes } from './columns/epochTimes';
import { unreadable } from './fileError';
import type { TableRows } from './readers/TableFile';

export interface RowTimes {
  /** The time of each row that was read, NaN where it has none. */
  readonly values: Float64Array;
  /** Rows whose time can't be right, and so is NaN too. */
  readonly strange: number;
  readonly notices: readonly string[];
}

/** Throws a SourceError for a cell that is not a time, and for numbers that only look like times. */
export function readRowTimes(
  { columns, rows, rowNumber }: Pick<TableRows, 'columns' | 'rows' | 'rowNumber'>,
  timeField: string,
  shown: string
): RowTimes {
  const column = columns.get(timeField);
  if (column === undefined) {
    return { values: new Float64Array(rows).fill(NaN), strange: 0, notices: [] };
  }
  const place = (row: number) => `${shown}, column "${timeField}", row ${rowNumber(row)}`;
  const { values, mistyped, strange } = timesOf(column, place);
  if (mistyped !== null) {
    throw unreadable(
      `${place(mistyped.row)}: "${mistyped.text}" is not a time: write ISO 8601, or a number since the epoch.`
    );
  }
  const notices =
    strange === null
      ? []
      : [
          `${strange.count} ${strange.count === 1 ? 'row' : 'rows'} of ${shown} left out: the time in "${timeField}" can't be right, such as "${strange.text}" in row ${rowNumber(strange.row)}.`,
        ];
  return { values, strange: strange?.count ?? 0, notices };
}

/** The same without what is said beside. */
export function readTimes(rows: TableRows, timeField: string, shown: string): Float64Array {
  return readRowTimes(rows, timeField, shown).values;
}

function timesOf(column: Column, place: (row: number) => string): Times {
  try {
    return asTimes(column);
  } catch (error) {
    if (error instanceof NoTimes) {
      throw unreadable(`${place(error.index)}: "${textAt(column, error.index)}" ${error.message}.`, error);
    }
    throw error;
  }
}

function textAt(column: Column, row: number): string {
  if (column.kind === 'numbers' && !column.time) {
    return String(column.exact?.[row] ?? column.values[row]);
  }
  const text = asText(column);
  return text === null ? '' : text.dictionary[text.codes[row]];
}
