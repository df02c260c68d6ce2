import { HORIZON } from '../../../query/performanceSegments';
import type { LabelFindings, OutcomeRoles, OutcomesCell, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { collectGarbage } from '../../memory/collectGarbage';
import { memory } from '../../memory/Memory';
import { asText } from '../columns/asText';
import type { SegmentColumn } from '../group/splitBySegment';
import type { ColumnRequest } from '../readers/TableFile';
import type { OpenTable } from '../readWhole';
import { readRowTimes } from '../readTimes';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { cellRows } from './cellRows';
import { type CountOutcomes, outcomesCounter } from './countOutcomes';
import { horizonColumn } from './forecast/horizonColumn';
import { readForecastColumns } from './forecast/readForecastColumns';
import { keyRows, labelsByKey, withoutKey } from './labelsByKey';
import type { LabelCells, PredictionCells } from './LabelCells';
import type { LabelTable } from './LabelTable';
import { labelTimes } from './labelTimes';
import { letGo } from './letGo';
import { readListRows } from './lists/readListRows';
import type { OutcomeRows } from './OutcomeRows';
import { readOutcomeRows } from './readOutcomeRows';

/** From so many rows on the collector is asked to look at once. */
const MANY_ROWS = 200_000;

/**
 * Counts what became of a file's predictions; `labels` is null where the labels stand beside them. Throws a SourceError, also
 * where the rows take more memory than a query may.
 */
export async function countFileOutcomes(
  opened: OpenTable,
  request: OutcomesRequest,
  labels: LabelTable | null,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { shown } = opened;
  const selected = await selectRows(
    opened.table,
    shown,
    request.selection,
    request.windows,
    columnsOf(request, labels),
    options
  );
  const hold = memory().hold();
  try {
    const rows = selected.table.rows + (labels?.keys.values.length ?? 0);
    hold.take(rows * bytesOfRow(request), `Counting the outcomes of ${shown}`);
    return await countSelected(opened, request, selected, labels, options);
  } finally {
    hold.release();
  }
}

/** What is held of a row beside its columns, about: its places, its class, its age, and an entry of the table of each score. */
function bytesOfRow({ roles: { scores, label, forecast } }: OutcomesRequest): number {
  return 24 + 40 * scores.length + 12 * (forecast?.quantiles.length ?? 0) + (label.key === undefined ? 0 : 48);
}

async function countSelected(
  opened: OpenTable,
  request: OutcomesRequest,
  selected: SelectedRows,
  labels: LabelTable | null,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { shown } = opened;
  const { selection, roles } = request;
  const { table } = selected;
  const times = selection.timeField === undefined ? null : readRowTimes(table, selection.timeField, shown).values;
  const keyed = roles.label.key === undefined ? null : keyRows(roles.label.key, selected, times);
  const windows = keyed?.windows ?? selected.windows;
  const column = columnTaker(request, selected);
  const found =
    labels === null || keyed === null
      ? await labelsInRows(request, column, table, shown)
      : await labelsByKey(opened, request, labels, keyed, options);
  const used = usedRows(windows, table.rows);
  const predictions = { column, times, used, shown };
  const plain = await readOutcomeRows(request, predictions, found);
  const { rows, findings: more } = await withMore(opened, request, selected, { predictions, plain, labels }, options);
  if (table.rows >= MANY_ROWS) {
    collectGarbage();
  }
  const { targetField } = roles.forecast ?? {};
  const targets = targetField === undefined ? null : readRowTimes(table, targetField, shown).values;
  const cells = countCells(
    request,
    selected,
    windows,
    {
      times,
      targets,
      count: outcomesCounter(rows),
      together: rows.task === 'classification' ? rows.lists?.lists : undefined,
    },
    options
  );
  return {
    cells,
    findings: {
      ...(keyed !== null && keyed.repeated > 0 && { repeatedKeys: keyed.repeated }),
      ...rows.findings,
      ...more,
    },
    notices: [...selectionNotices(selected, shown), ...withoutKey(keyed, used, request, shown), ...rows.notices],
  };
}

interface More {
  readonly predictions: PredictionCells;
  readonly plain: OutcomeRows;
  readonly labels: LabelTable | null;
}

/** With what is asked of forecasts and of lists. */
async function withMore(
  opened: OpenTable,
  request: OutcomesRequest,
  selected: SelectedRows,
  { predictions, plain, labels }: More,
  options: RequestOptions
): Promise<{ readonly rows: OutcomeRows; readonly findings: LabelFindings }> {
  if (plain.task === 'classification') {
    const read = await readListRows(request, selected, predictions, plain);
    return read === null
      ? { rows: plain, findings: {} }
      : { rows: { ...plain, lists: read.lists }, findings: read.findings };
  }
  const read = await readForecastColumns(opened, request, selected, predictions, labels, options);
  return read === null
    ? { rows: plain, findings: {} }
    : { rows: { ...plain, forecasts: read.columns }, findings: read.findings };
}

interface Counting {
  readonly times: Float64Array | null;
  /** The times that are predicted, where horizons are told by them. */
  readonly targets: Float64Array | null;
  readonly count: CountOutcomes;
  /** The list of each row. */
  readonly together: Int32Array | undefined;
}

function countCells(
  { segmentBy, timezone, roles: { forecast } }: OutcomesRequest,
  { table }: Pick<SelectedRows, 'table'>,
  windows: readonly Int32Array[],
  { times, targets, count, together }: Counting,
  { signal }: RequestOptions
): OutcomesCell[] {
  const split = (name: string): SegmentColumn[] => {
    const read = table.columns.get(name);
    const text = read === undefined ? null : asText(read);
    return text === null ? [] : [{ name, column: text }];
  };
  const horizon =
    forecast?.step === undefined || times === null || targets === null
      ? []
      : [{ name: HORIZON, column: horizonColumn(times, targets, forecast.step) }];
  const splitting = { segmentBy: [...segmentBy.flatMap(split), ...horizon], times, timezone, together };
  const cells: OutcomesCell[] = [];
  let seen = 0;
  for (const { rows, ...of } of cellRows(windows, splitting)) {
    signal?.throwIfAborted();
    const outcomes = count(rows, of.window);
    seen += rows.length;
    if (seen >= MANY_ROWS) {
      collectGarbage();
      seen = 0;
    }
    if (outcomes !== null) {
      cells.push({ ...of, outcomes });
    }
  }
  return cells;
}

/** What is read of the predictions' file: what cells are told by, and what is taken column by column. */
function columnsOf({ roles, segmentBy }: OutcomesRequest, labels: LabelTable | null) {
  const { prediction, scores, label, task, forecast, lists } = roles;
  const isText = task === 'classification';
  const early: ColumnRequest[] = [
    ...segmentBy.map((name) => ({ name, text: true })),
    ...(label.key === undefined ? [] : [{ name: label.key, text: false, keys: true }]),
    ...(forecast?.series ?? []).map((name) => ({ name, text: true })),
    ...(forecast?.targetField === undefined ? [] : [{ name: forecast.targetField, text: false, times: true }]),
    ...(lists === undefined ? [] : [{ name: lists.field, text: true }]),
  ];
  const late: ColumnRequest[] = [
    ...(prediction === undefined ? [] : [{ name: prediction, text: isText }]),
    ...(isText ? scores.map((name) => ({ name, text: false })) : []),
    ...(labels === null ? [{ name: label.field, text: isText }] : []),
    ...numbersOf(roles).map((name) => ({ name, text: false })),
    ...(isText ? rulesOf(roles).map((name) => ({ name, text: true })) : []),
    ...(labels === null && label.timeField !== undefined ? [{ name: label.timeField, text: false, times: true }] : []),
  ];
  return { early, late };
}

/** Columns of numbers that forecasts and lists need. */
function numbersOf({ forecast, lists, task }: OutcomeRoles): string[] {
  const { quantiles = [], interval = null } = forecast ?? {};
  const ends = interval === null ? [] : [interval.lower, interval.upper];
  const rule = task === 'regression' ? rulesOf({ forecast }) : [];
  return [...new Set([...quantiles, ...ends, ...rule, ...(lists?.rank === undefined ? [] : [lists.rank])])];
}

function rulesOf({ forecast }: Pick<OutcomeRoles, 'forecast'>): string[] {
  return typeof forecast?.naive === 'object' ? [forecast.naive.field] : [];
}

/** A column that several ask for is nobody's own. */
function columnTaker({ roles }: OutcomesRequest, selected: SelectedRows): SelectedRows['column'] {
  const { prediction, scores, label } = roles;
  const names = [prediction, ...scores, label.field, label.timeField, ...numbersOf(roles), ...rulesOf(roles)];
  return async (name) => {
    const { column, fresh } = await selected.column(name);
    if (selected.table.rows >= MANY_ROWS) {
      collectGarbage();
    }
    return { column, fresh: fresh && names.filter((other) => other === name).length === 1 };
  };
}

async function labelsInRows(
  { roles: { label } }: OutcomesRequest,
  column: SelectedRows['column'],
  table: SelectedRows['table'],
  shown: string
): Promise<LabelCells> {
  const labels = await column(label.field);
  if (label.timeField === undefined) {
    return { ...labels, shown, findings: {}, times: null, notices: [] };
  }
  const read = await column(label.timeField);
  const columns = new Map([[label.timeField, read.column]]);
  const { times, notices } = labelTimes({ ...table, columns }, label.timeField, shown);
  if (read.column.kind === 'text' || read.column.values !== times) {
    letGo(read);
  }
  return { ...labels, shown, findings: {}, times, notices };
}

function usedRows(windows: readonly Int32Array[], rows: number): Uint8Array {
  const used = new Uint8Array(rows);
  for (const own of windows) {
    for (let i = 0; i < own.length; i++) {
      used[own[i]] = 1;
    }
  }
  return used;
}
