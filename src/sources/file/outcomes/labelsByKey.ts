import { type Notice, warning } from '../../Notice';
import type { LabelFindings, OutcomesRequest } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import type { Column, KeyColumn } from '../columns/Column';
import { hasKey, KeyIndex, NO_ROW, wordsOf } from '../keys/KeyIndex';
import { keyColumn } from '../keys/keyColumn';
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
  const used = new Uint8Array(table.rows);
  windows.forEach((rows) => rows.forEach((row) => (used[row] = 1)));
  const index = new KeyIndex(keys, (row) => used[row] === 1);
  return { keys, index, ...takeLatest(windows, keys, index, times) };
}

/** The labels of a file of their own, one for each prediction. */
export async function labelsByKey(
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
  return { column, fresh: true, times, shown: labels.shown, findings, notices: [...labels.notices, ...apart] };
}

/** What is said of predictions that no label can find. */
export function withoutKey(
  keyed: Pick<KeyedRows, 'keys'> | null,
  used: Uint8Array,
  { roles: { label } }: OutcomesRequest,
  shown: string
): Notice[] {
  if (keyed === null || label.path === undefined) {
    return [];
  }
  const rows = countRows(used, (row) => !hasKey(keyed.keys, row));
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
async function allKeys({ table }: OpenTable, key: string, signal?: AbortSignal): Promise<KeyColumn> {
  const { columns } = await table.read({ columns: [{ name: key, text: false, keys: true }], signal });
  return keyColumn(key, columnIn(columns, key));
}

function countAbsent(keys: KeyColumn, rows: Int32Array, all: KeyColumn): number {
  const index = new KeyIndex(all);
  const words = wordsOf(keys);
  return rows.reduce((count, row) => count + Number(index.firstOf(row, keys, words) === NO_ROW), 0);
}

function columnIn(columns: ReadonlyMap<string, Column>, name: string): Column {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}
