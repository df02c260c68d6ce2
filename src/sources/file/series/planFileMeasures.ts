import type { Measure } from '../../../query/measure';
import type { MeasurePlan, MeasureRequest, MeasureSet, MeasureValue } from '../../Measures';
import { asNumbers } from '../columns/asNumbers';
import { asText } from '../columns/asText';
import { type Notice, warning } from '../../Notice';
import { SourceError } from '../../SourceError';
import { badRequest } from '../fileError';
import { applyRowFilter } from '../filter/applyRowFilter';
import { parseRowFilter } from '../filter/parseRowFilter';
import { splitBySegment, type SegmentColumn } from '../group/splitBySegment';
import type { ColumnRequest, TableRows } from '../readers/TableFile';
import type { ReadWhole } from '../readWhole';
import { readTimes } from '../readTimes';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { aggregateRows, type MeasuredColumn } from './aggregateRows';

/** One pass over the file for all measures, windows and segments. */
export function planFileMeasures(request: MeasureRequest, read: ReadWhole): MeasurePlan {
  requireAggregates(request.measures);
  const columns = columnsOf(request);
  return {
    description: {
      requests: 1,
      summary: `Reads ${columns.length} ${columns.length === 1 ? 'column' : 'columns'} of ${request.selection.path ?? 'a file'}`,
      steps: request.measures.map(({ name, aggregate, field }) => `${name}: ${aggregate} of ${field ?? 'rows'}`),
    },
    async execute(options) {
      const { result, notices } = await read(async ({ table, shown }) => {
        const wanted = { early: columns };
        const selected = await selectRows(table, shown, request.selection, request.windows, wanted, options);
        return measure(request, selected, shown);
      }, options.signal);
      return { ...result, notices: [...result.notices, ...notices] };
    },
  };
}

function requireAggregates(measures: readonly Measure[]): void {
  const free = measures.find(({ aggregate }) => aggregate === undefined);
  if (free !== undefined) {
    throw badRequest(
      `The measure "${free.name}" is PromQL, and files are asked by "aggregate" and "field": write those.`
    );
  }
}

function columnsOf({ measures, segmentBy }: MeasureRequest): ColumnRequest[] {
  const names = measures.flatMap(({ field, query }) => [
    ...(field === undefined ? [] : [field]),
    ...parseRowFilter(query ?? '').map(({ column }) => column),
  ]);
  return [
    ...[...new Set(names)].filter((name) => !segmentBy.includes(name)).map((name) => ({ name, text: false })),
    ...segmentBy.map((name) => ({ name, text: true })),
  ];
}

function measure(
  { selection, measures, asked = measures.map(({ name }) => name), segmentBy }: MeasureRequest,
  selected: SelectedRows,
  shown: string
): MeasureSet {
  const { table, windows } = selected;
  const segmentColumns = segmentBy.flatMap((name): SegmentColumn[] => {
    const column = table.columns.get(name);
    const text = column === undefined ? null : asText(column);
    return text === null ? [] : [{ name, column: text }];
  });
  const { columns, notices } = measuredColumns(measures, asked, selection.timeField, table, shown);
  const values = windows.flatMap((rows, window) =>
    splitBySegment(rows, segmentColumns).flatMap((group) =>
      measures.flatMap(({ name }, at): MeasureValue[] => {
        const column = columns[at];
        const value = column === null ? null : aggregateRows(column, group.rows);
        return value === null ? [] : [{ measure: name, window, segment: group.segment, value }];
      })
    )
  );
  return { values, notices: [...selectionNotices(selected, shown), ...notices] };
}

/** One that can't be read is said, and the others are measured. Throws a SourceError where none that was asked for can be. */
function measuredColumns(
  measures: readonly Measure[],
  asked: readonly string[],
  timeField: string | undefined,
  table: TableRows,
  shown: string
): { readonly columns: ReadonlyArray<MeasuredColumn | null>; readonly notices: readonly Notice[] } {
  const errors: SourceError[] = [];
  const columns = measures.map((one) => {
    try {
      return measuredColumn(one, timeField, table, shown);
    } catch (error) {
      if (!(error instanceof SourceError)) {
        throw error;
      }
      errors.push(error);
      return null;
    }
  });
  if (errors.length > 0 && measures.every(({ name }, i) => columns[i] === null || !asked.includes(name))) {
    throw errors[0];
  }
  return { columns, notices: errors.map(({ message }) => warning(message)) };
}

function measuredColumn(
  { name, aggregate = 'count', field, query }: Measure,
  timeField: string | undefined,
  table: TableRows,
  shown: string
): MeasuredColumn {
  const kept = applyRowFilter(parseRowFilter(query ?? ''), table.columns, table.rows);
  const column = field === undefined ? undefined : table.columns.get(field);
  if (column === undefined) {
    return { aggregate, kept, present: null, values: null };
  }
  if (aggregate === 'count') {
    const present =
      column.kind === 'text' ? column.codes.map((code) => Number(code >= 0)) : presentNumbers(column.states);
    return { aggregate, kept, present: present === null ? null : Uint8Array.from(present), values: null };
  }
  if (field !== undefined && field === timeField) {
    return { aggregate, kept, present: null, values: readTimes(table, field, shown) };
  }
  const { values, mistyped } = asNumbers(column);
  if (mistyped !== null) {
    throw badRequest(
      `${shown}, column "${field}", row ${table.rowNumber(mistyped.row)}: "${mistyped.text}" is not a number, so that "${name}" has no ${aggregate}. Correct the file, or exclude the row by the measure's "query".`
    );
  }
  return { aggregate, kept, present: null, values };
}

/** A cell that holds text is not missing. */
function presentNumbers(states: Uint8Array | null): Uint8Array | null {
  return states === null ? null : states.map((state) => Number(state !== 1));
}
