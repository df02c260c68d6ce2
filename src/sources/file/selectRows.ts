import { plainText } from '../../distribution/cell/plainText';
import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../Notice';
import type { RequestOptions } from '../Source';
import type { Column } from './columns/Column';
import { applyRowFilter } from './filter/applyRowFilter';
import type { RowFilter } from './filter/RowFilter';
import { parseRowFilter } from './filter/parseRowFilter';
import { assignWindows } from './group/assignWindows';
import type { ColumnRequest, TableFile, TableRows } from './readers/TableFile';
import { type ReadColumn, readColumn, readingNotices } from './readingNotices';
import { readRowTimes, type RowTimes } from './readTimes';
import { unknownColumn, unreadableColumn } from './unknownColumn';

export interface SelectedRows {
  readonly table: TableRows;
  /** The rows of each window that the selection's query lets through. */
  readonly windows: readonly Int32Array[];
  /** Rows that have no time, and so lie in no window. */
  readonly withoutTime: number;
  /** Said to the user: what of the file was not read, or can't be right. It grows with the columns that are read. */
  readonly notices: readonly Notice[];
  /** The columns that were read. It grows too. */
  readonly used: ReadonlyMap<string, ReadColumn>;
  /** One of the columns that were to be read late. */
  readonly column: (name: string) => Promise<SelectedColumn>;
  /** The same rows of other columns, or of the same as texts. */
  readonly more: (columns: readonly ColumnRequest[]) => Promise<TableRows>;
}

export interface SelectedColumn {
  readonly column: Column;
  /** Whether its memory may be used for something else, once. */
  readonly fresh: boolean;
}

export interface WantedColumns {
  readonly early: readonly ColumnRequest[];
  /** Each is needed alone, so that it need not be held while others are. */
  readonly late?: readonly ColumnRequest[];
}

/** Reads the columns that a selection needs and finds the rows of each window. Throws a SourceError. */
export async function selectRows(
  file: TableFile,
  shown: string,
  selection: Selection,
  windows: ReadonlyArray<TimeRange | null>,
  { early, late = [] }: WantedColumns,
  { signal, last }: RequestOptions
): Promise<SelectedRows> {
  const { timeField } = selection;
  const filter = parseRowFilter(selection.query ?? '');
  const range = hullOf(windows);
  const within = timeField === undefined || range === null ? undefined : { timeField, range };
  const ownColumns = ownRequests(filter, timeField);
  const own = ownColumns.map(({ name }) => name);
  const columns = withOwn([...early, ...late], ownColumns);
  const requests = new Map(columns.map((request) => [request.name, request]));
  const held = new Set([...own, ...early.map(({ name }) => name)]);
  const request = { within, signal, last };
  const table = await file.read({
    ...request,
    columns: file.columnwise ? columns.filter(({ name }) => held.has(name)) : columns,
  });
  const names = file.columnwise ? await file.columnNames(signal) : [...table.columns.keys()];
  await requireReadable(file, shown, [...held]);
  const known = new Set(names.map(plainText));
  const unknown = columns.find(({ name }) => !known.has(plainText(name)));
  if (unknown !== undefined) {
    throw unknownColumn(shown, unknown.name, await file.columnNames(signal));
  }
  const timed = timesFor(table, windows, timeField, shown);
  const times = timed?.values ?? null;
  const notices: Notice[] = [...(table.notices ?? []), ...(timed?.notices ?? [])];
  const used = new Map(Array.from(table.columns, ([name, column]) => [name, readColumn(column)]));
  const kept = applyRowFilter(filter, table.columns, table.rows);
  return {
    table,
    windows: assignWindows(windows, times, kept, table.rows),
    withoutTime: timed === null ? 0 : countNaN(timed.values) - timed.strange,
    notices,
    used,
    more: (others) => file.read({ ...request, columns: withOwn(others, ownColumns) }),
    async column(name) {
      await requireReadable(file, shown, [name]);
      const wanted = requests.get(name);
      const read =
        table.columns.has(name) || wanted === undefined ? table : await file.read({ ...request, columns: [wanted] });
      const { columns: found, fresh } = read;
      notices.push(...(read.notices ?? []).filter((notice) => !notices.includes(notice)));
      const column = found.get(name);
      if (column === undefined) {
        throw unknownColumn(shown, name, names);
      }
      used.set(name, readColumn(column));
      return { column, fresh: fresh.has(name) && !held.has(name) };
    },
  };
}

/** What is said beside whatever is made of the rows: which of the file's are not among them. */
export function selectionNotices(
  { notices, used, withoutTime }: Pick<SelectedRows, 'notices' | 'used' | 'withoutTime'>,
  shown: string
): Notice[] {
  return [
    ...readingNotices(shown, { notices }, used),
    ...(withoutTime === 0 ? [] : [`${withoutTime} rows of ${shown} have no time and are left out.`]),
  ];
}

/** Null where no window asks for a time. */
function timesFor(
  table: TableRows,
  windows: ReadonlyArray<TimeRange | null>,
  timeField: string | undefined,
  shown: string
): RowTimes | null {
  return timeField === undefined || windows.every((window) => window === null)
    ? null
    : readRowTimes(table, timeField, shown);
}

/** Throws a SourceError for a column that holds no single values. */
async function requireReadable(file: TableFile, shown: string, names: readonly string[]): Promise<void> {
  const leftOut = await file.leftOut?.();
  for (const name of names) {
    const held = leftOut?.get(name);
    if (held !== undefined) {
      throw unreadableColumn(shown, name, held);
    }
  }
}

/** What the selection itself needs. */
function ownRequests(filter: RowFilter, timeField: string | undefined): ColumnRequest[] {
  const asked = filter.map(({ column }): ColumnRequest => ({ name: column, text: false }));
  return timeField === undefined ? asked : [...asked, { name: timeField, text: false, times: true }];
}

/** Each column once, as what all need it for. */
function withOwn(wanted: readonly ColumnRequest[], own: readonly ColumnRequest[]): ColumnRequest[] {
  const all = new Map<string, ColumnRequest>();
  for (const request of [...wanted, ...own]) {
    const { name, text, times = false, keys = false } = request;
    const known = all.get(name);
    if (known !== undefined && keys !== (known.keys ?? false)) {
      // Who wants keys can make them of the text.
      all.set(name, { name, text: true });
      continue;
    }
    // Without its text only where nobody needs it.
    const areTimes = times && known?.times !== false;
    all.set(name, { name, text: text || known?.text === true, times: areTimes, ...(keys && { keys }) });
  }
  return [...all.values()];
}

/** From the earliest start to the latest end; null where a window has no bounds. */
function hullOf(windows: ReadonlyArray<TimeRange | null>): TimeRange | null {
  let hull: TimeRange | null = null;
  for (const window of windows) {
    if (window === null) {
      return null;
    }
    hull = hull === null ? window : { from: Math.min(hull.from, window.from), to: Math.max(hull.to, window.to) };
  }
  return hull;
}

function countNaN(values: Float64Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    count += Number(values[i] !== values[i]);
  }
  return count;
}
