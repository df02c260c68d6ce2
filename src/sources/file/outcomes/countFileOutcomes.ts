import type { LabelFindings, OutcomesCell, OutcomesRequest, OutcomesSet } from '../../OutcomesRequest';
import { type Notice, warning } from '../../Notice';
import type { RequestOptions } from '../../Source';
import { asText } from '../columns/asText';
import type { Column, KeyColumn } from '../columns/Column';
import type { SegmentColumn } from '../group/splitBySegment';
import { hasKey, KeyIndex, NO_ROW, wordsOf } from '../keys/KeyIndex';
import { keyColumn } from '../keys/keyColumn';
import type { ColumnRequest } from '../readers/TableFile';
import type { OpenTable } from '../readWhole';
import { readRowTimes } from '../readTimes';
import { selectionNotices, selectRows, type SelectedRows } from '../selectRows';
import { cellRows } from './cellRows';
import { outcomesCounter } from './countOutcomes';
import { joinLabels } from './joinLabels';
import type { LabelTable } from './LabelTable';
import { labelTimes } from './labelTimes';
import { type LabelCells, readOutcomeRows } from './readOutcomeRows';
import { takeLatest } from './takeLatest';

/** Counts what became of a file's predictions; `labels` is null where the labels stand beside them. Throws a SourceError. */
export async function countFileOutcomes(
  opened: OpenTable,
  request: OutcomesRequest,
  labels: LabelTable | null,
  options: RequestOptions
): Promise<OutcomesSet> {
  const { shown } = opened;
  const { selection, roles, windows, segmentBy, versionField, timezone, asOf } = request;
  const wanted = { early: columnsOf(request, labels !== null) };
  const selected = await selectRows(opened.table, shown, selection, windows, wanted, options);
  const { table } = selected;
  const times = selection.timeField === undefined ? null : readRowTimes(table, selection.timeField, shown).values;
  const keyed =
    roles.label.key === undefined
      ? null
      : byKey(roles.label.key, selected, times, usedRows(selected.windows, table.rows));
  const ownWindows = keyed?.windows ?? selected.windows;
  const found =
    labels === null || keyed === null
      ? labelsInRows(request, selected, shown)
      : await labelsByKey(opened, request, labels, keyed, options);
  const used = usedRows(ownWindows, table.rows);
  const rows = readOutcomeRows(request, { table, times, used, shown }, found);
  const count = outcomesCounter(rows, asOf);
  const column = (name: string): SegmentColumn[] => {
    const text = asText(columnIn(table.columns, name));
    return text === null ? [] : [{ name, column: text }];
  };
  const [version] = versionField === undefined ? [] : column(versionField);
  const cells: OutcomesCell[] = [];
  for (const { rows: own, ...of } of cellRows(ownWindows, {
    segmentBy: segmentBy.flatMap(column),
    version,
    times,
    timezone,
  })) {
    options.signal?.throwIfAborted();
    const outcomes = count(own);
    if (outcomes !== null) {
      cells.push({ ...of, outcomes });
    }
  }
  return {
    cells,
    findings: { ...(keyed !== null && keyed.repeated > 0 && { repeatedKeys: keyed.repeated }), ...rows.findings },
    notices: [...selectionNotices(selected, shown), ...withoutKey(keyed, used, request, shown), ...rows.notices],
  };
}

/** What is read of the predictions' file. */
function columnsOf({ roles, segmentBy, versionField }: OutcomesRequest, isJoined: boolean): ColumnRequest[] {
  const { prediction, scores, label, task } = roles;
  const isText = task === 'classification';
  return [
    ...(prediction === undefined ? [] : [{ name: prediction, text: isText }]),
    ...(isText ? scores.map((name) => ({ name, text: false })) : []),
    ...(isJoined ? [] : [{ name: label.field, text: isText }]),
    ...(isJoined || label.timeField === undefined ? [] : [{ name: label.timeField, text: false, times: true }]),
    ...(label.key === undefined ? [] : [{ name: label.key, text: false, keys: true }]),
    ...[...segmentBy, ...(versionField === undefined ? [] : [versionField])].map((name) => ({ name, text: true })),
  ];
}

interface KeyedRows {
  readonly keys: KeyColumn;
  readonly index: KeyIndex;
  readonly windows: readonly Int32Array[];
  readonly repeated: number;
}

function byKey(key: string, { table, windows }: SelectedRows, times: Float64Array | null, used: Uint8Array): KeyedRows {
  const keys = keyColumn(key, columnIn(table.columns, key));
  const index = new KeyIndex(keys, (row) => used[row] === 1);
  return { keys, index, ...takeLatest(windows, keys, index, times) };
}

function labelsInRows({ roles: { label } }: OutcomesRequest, { table }: SelectedRows, shown: string): LabelCells {
  const { times, notices } = labelTimes(table, label.timeField, shown);
  return { column: columnIn(table.columns, label.field), shown, findings: {}, times, notices };
}

async function labelsByKey(
  { table, shown }: OpenTable,
  { selection, windows, asOf, roles }: OutcomesRequest,
  labels: LabelTable,
  { keys, index }: KeyedRows,
  { signal }: RequestOptions
): Promise<LabelCells> {
  const { column, times, revised, unmatched, known } = joinLabels(labels, index, keys.values.length, asOf);
  const key = roles.label.key ?? '';
  // Predictions outside of what is asked for have labels too.
  const isAll = windows.includes(null) && (selection.query ?? '').trim() === '';
  const withoutPrediction =
    unmatched.length === 0 || isAll
      ? unmatched.length
      : countAbsent(labels.keys, unmatched, await allKeys({ table, shown }, key, signal));
  const findings: LabelFindings = {
    ...(revised > 0 && { revised }),
    ...(withoutPrediction > 0 && { withoutPrediction }),
  };
  const apart: Notice[] =
    known > 0 && withoutPrediction === known
      ? [
          warning(
            `No key in "${key}" of ${labels.shown} occurs in ${shown}. Check that both columns hold the same ids.`
          ),
        ]
      : [];
  return { column, times, shown: labels.shown, findings, notices: [...labels.notices, ...apart] };
}

/** Of all rows of the file, whatever their time. */
async function allKeys({ table }: OpenTable, key: string, signal?: AbortSignal): Promise<KeyColumn> {
  const { columns } = await table.read({ columns: [{ name: key, text: false, keys: true }], signal });
  return keyColumn(key, columnIn(columns, key));
}

function countAbsent(keys: KeyColumn, rows: Int32Array, all: KeyColumn): number {
  const index = new KeyIndex(all);
  const words = wordsOf(keys);
  return rows.reduce((count, row) => count + Number(index.firstOf(row, keys, words) === NO_ROW), 0);
}

/** What is said of predictions that no label can find. */
function withoutKey(
  keyed: KeyedRows | null,
  used: Uint8Array,
  { roles: { label } }: OutcomesRequest,
  shown: string
): Notice[] {
  if (keyed === null || label.path === undefined) {
    return [];
  }
  let rows = 0;
  for (let row = 0; row < used.length; row++) {
    rows += Number(used[row] === 1 && !hasKey(keyed.keys, row));
  }
  return rows === 0
    ? []
    : [
        `${shown}: ${rows.toLocaleString('en-US')} ${rows === 1 ? 'prediction has' : 'predictions have'} no "${label.key ?? ''}" and ${rows === 1 ? 'counts' : 'count'} as unlabelled.`,
      ];
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

function columnIn(columns: ReadonlyMap<string, Column>, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}
