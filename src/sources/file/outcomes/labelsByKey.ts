import { type Notice, warning } from '../../Notice';
import type { LabelFindings, OutcomesRequest } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import type { Column, KeyColumn } from '../columns/Column';
import { KeyIndex, NO_ROW, wordsOf } from '../keys/KeyIndex';
import { keyColumn } from '../keys/keyColumn';
import type { TableFile } from '../readers/TableFile';
import type { OpenTable } from '../readWhole';
import type { SelectedRows } from '../selectRows';
import { joinLabels } from './joinLabels';
import { countRows } from './knownLabels';
import type { LabelCells } from './LabelCells';
import type { LabelTable } from './LabelTable';
import { takeLatest } from './takeLatest';

/** Predictions with their keys. */
export interface KeyedRows {
  readonly keys: KeyColumn;
  readonly index: KeyIndex;
  /** The rows of each window that count. */
  readonly windows: readonly Int32Array[];
  /** Rows whose key another row of their window has too. */
  readonly repeated: number;
}

export function keyRows(
  key: string,
  { table, windows }: Pick<SelectedRows, 'table' | 'windows'>,
  times: Float64Array | null
): KeyedRows {
  const keys = keyColumn(key, columnIn(table.columns, key));
  const used = usedRows(windows, table.rows);
  const index = new KeyIndex(keys, (row) => used[row] === 1);
  return { keys, index, ...takeLatest(windows, keys, index, times) };
}

/** The labels of a file of their own, one for each prediction. */
export async function labelsByKey(
  { table, shown }: OpenTable,
  request: OutcomesRequest,
  labels: LabelTable,
  { keys, index }: KeyedRows,
  { signal }: RequestOptions
): Promise<LabelCells> {
  const { asOf, roles } = request;
  const { column, times, revised, unmatched, known } = joinLabels(labels, index, keys.values.length, asOf);
  const key = roles.label.key ?? '';
  const withoutPrediction =
    unmatched.length === 0 || areAllRows(request)
      ? unmatched.length
      : countAbsent(labels.keys, unmatched, await allKeys(table, key, signal));
  const said = saidOfJoin({ revised, withoutPrediction, known }, key, labels.shown, shown);
  const notices = [...labels.notices, ...said.notices];
  return { column, fresh: true, times, shown: labels.shown, findings: said.findings, notices };
}

/** Whether no row is left out of what is asked for: predictions outside of it have labels too. */
export function areAllRows({ windows, selection }: Pick<OutcomesRequest, 'windows' | 'selection'>): boolean {
  return windows.includes(null) && (selection.query ?? '').trim() === '';
}

export interface JoinCounts {
  /** Keys with more than one value of the label. */
  readonly revised: number;
  readonly withoutPrediction: number;
  /** Labels that are known. */
  readonly known: number;
}

export function saidOfJoin(
  { revised, withoutPrediction, known }: JoinCounts,
  key: string,
  labels: string,
  predictions: string
): { readonly findings: LabelFindings; readonly notices: Notice[] } {
  return {
    findings: { ...(revised > 0 && { revised }), ...(withoutPrediction > 0 && { withoutPrediction }) },
    notices:
      known > 0 && withoutPrediction === known
        ? [
            warning(
              `No key in "${key}" of ${labels} occurs in ${predictions}. Check that both columns hold the same ids.`
            ),
          ]
        : [],
  };
}

/** What is said of predictions that no label can find. */
export function withoutKey(
  hasOne: ((row: number) => boolean) | null,
  used: Uint8Array,
  { roles: { label } }: OutcomesRequest,
  shown: string
): Notice[] {
  if (hasOne === null || label.path === undefined) {
    return [];
  }
  const rows = countRows(used, (row) => !hasOne(row));
  const key = label.key ?? '';
  switch (rows) {
    case 0:
      return [];
    case 1:
      return [`${shown}: 1 prediction has no "${key}" and counts as unlabelled.`];
    default:
      return [`${shown}: ${rows.toLocaleString('en-US')} predictions have no "${key}" and count as unlabelled.`];
  }
}

/** Of all rows of the file, whatever their time. */
export async function allKeys(table: TableFile, key: string, signal?: AbortSignal): Promise<KeyColumn> {
  const { columns } = await table.read({ columns: [{ name: key, text: false, keys: true }], signal });
  return keyColumn(key, columnIn(columns, key));
}

/** 1 for rows of any window. */
export function usedRows(windows: readonly Int32Array[], rows: number): Uint8Array {
  const used = new Uint8Array(rows);
  for (const own of windows) {
    for (let i = 0; i < own.length; i++) {
      used[own[i]] = 1;
    }
  }
  return used;
}

/** How many of some rows have a key that none of the others has. */
export function countAbsent(keys: KeyColumn, rows: Int32Array, all: KeyColumn): number {
  const index = new KeyIndex(all);
  const words = wordsOf(keys);
  return rows.reduce((count, row) => count + Number(index.firstOf(row, keys, words) === NO_ROW), 0);
}

export function columnIn(columns: ReadonlyMap<string, Column>, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}
