import { HORIZON } from '../../../query/performanceSegments';
import type { LabelFindings, OutcomeRoles, OutcomesCell, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { collectGarbage } from '../../memory/collectGarbage';
import { memory } from '../../memory/Memory';
import { asText } from '../columns/asText';
import type { SegmentColumn } from '../group/splitBySegment';
import { hasKey } from '../keys/KeyIndex';
import { ColumnByColumn } from '../readers/ColumnByColumn';
import type { ColumnRequest } from '../readers/TableFile';
import type { OpenTable } from '../readWhole';
import { readRowTimes } from '../readTimes';
import type { SpillFile } from '../spill/SpillFile';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { cellRows } from './cellRows';
import { type CountOutcomes, outcomesCounter } from './countOutcomes';
import { horizonColumn } from './forecast/horizonColumn';
import { readForecastColumns } from './forecast/readForecastColumns';
import { keyRows, labelsByKey, usedRows, withoutKey } from './labelsByKey';
import type { LabelCells, PredictionCells } from './LabelCells';
import type { LabelTable } from './LabelTable';
import { labelTimes } from './labelTimes';
import { letGo } from './letGo';
import { readListRows } from './lists/readListRows';
import type { OutcomeRows } from './OutcomeRows';
import { type JoinedParts, joinParts } from './partitioned/joinParts';
import type { PartitionedLabels } from './partitioned/partitionLabels';
import { readOutcomeRows } from './readOutcomeRows';

/** From so many rows on the collector is asked to look at once. */
const MANY_ROWS = 200_000;

/** Where the labels are. */
export type GivenLabels =
  | { readonly kind: 'beside' }
  | { readonly kind: 'table'; readonly table: LabelTable }
  | { readonly kind: 'parts'; readonly parts: PartitionedLabels; readonly spill: SpillFile };

/** Counts what became of a file's predictions. Throws a SourceError, also where the rows take more memory than a query may. */
export async function countFileOutcomes(
  opened: OpenTable,
  request: OutcomesRequest,
  labels: GivenLabels,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { shown } = opened;
  const selected = await selectRows(
    labels.kind === 'parts' ? new ColumnByColumn(opened.table) : opened.table,
    shown,
    request.selection,
    request.windows,
    columnsOf(request, labels),
    options
  );
  const hold = memory().hold();
  try {
    const rows = selected.table.rows + (labels.kind === 'table' ? labels.table.keys.values.length : 0);
    const isHashed = request.roles.label.key !== undefined && labels.kind !== 'parts';
    hold.take(rows * bytesOfRow(request, isHashed), `Counting the outcomes of ${shown}`);
    return await countSelected(opened, request, selected, labels, options);
  } finally {
    hold.release();
  }
}

/** What is held of a row beside its columns, about: its places, its class, its age, and an entry of the table of each score. */
export function bytesOfRow({ roles: { scores, forecast } }: OutcomesRequest, isHashed: boolean): number {
  return 24 + 40 * scores.length + 12 * (forecast?.quantiles.length ?? 0) + (isHashed ? BYTES_OF_KEY : 0);
}

/** Its hash, and its places in the index of all keys. */
const BYTES_OF_KEY = 48;

async function countSelected(
  opened: OpenTable,
  request: OutcomesRequest,
  selected: SelectedRows,
  labels: GivenLabels,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { shown } = opened;
  const { selection, roles } = request;
  const { table } = selected;
  const times = timesIn(selection.timeField, table, shown);
  const column = columnTaker(request, selected);
  const joined = await join(opened, request, labels, selected, times, options);
  const windows = joined?.windows ?? selected.windows;
  const found = joined?.labels ?? (await labelsInRows(request, column, table, shown));
  const used = usedRows(windows, table.rows);
  const predictions = { column, times, used, shown };
  const plain = await readOutcomeRows(request, predictions, found);
  const { rows, findings: more } = await withMore(
    opened,
    request,
    selected,
    { predictions, plain, labels: labels.kind === 'table' ? labels.table : null },
    options
  );
  if (table.rows >= MANY_ROWS) {
    collectGarbage();
  }
  const targets = timesIn(roles.forecast?.targetField, table, shown);
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
      ...(joined !== null && joined.repeated > 0 && { repeatedKeys: joined.repeated }),
      ...rows.findings,
      ...more,
    },
    notices: [
      ...selectionNotices(selected, shown),
      ...withoutKey(joined?.hasKey ?? null, used, request, shown),
      ...rows.notices,
    ],
  };
}

function timesIn(field: string | undefined, table: SelectedRows['table'], shown: string): Float64Array | null {
  return field === undefined ? null : readRowTimes(table, field, shown).values;
}

/** Predictions with a key, and their labels where those are elsewhere. */
async function join(
  opened: OpenTable,
  request: OutcomesRequest,
  given: GivenLabels,
  selected: SelectedRows,
  times: Float64Array | null,
  options: RequestOptions
): Promise<(Omit<JoinedParts, 'labels'> & { readonly labels: LabelCells | null }) | null> {
  const { key } = request.roles.label;
  if (given.kind === 'parts') {
    return joinParts(opened, request, given.parts, selected, times, given.spill, options);
  }
  if (key === undefined) {
    return null;
  }
  const keyed = keyRows(key, selected, times);
  const { windows, repeated, keys } = keyed;
  const labels = given.kind === 'beside' ? null : await labelsByKey(opened, request, given.table, keyed, options);
  return { windows, repeated, hasKey: (row) => hasKey(keys, row), labels };
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
function columnsOf({ roles, segmentBy }: OutcomesRequest, labels: GivenLabels) {
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
    ...(labels.kind === 'beside' ? [{ name: label.field, text: isText }] : []),
    ...numbersOf(roles).map((name) => ({ name, text: false })),
    ...(isText ? rulesOf(roles).map((name) => ({ name, text: true })) : []),
    ...(labels.kind === 'beside' && label.timeField !== undefined
      ? [{ name: label.timeField, text: false, times: true }]
      : []),
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
