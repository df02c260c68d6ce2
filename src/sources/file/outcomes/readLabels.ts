import type { LabelPlace, OutcomeRoles } from '../../OutcomesRequest';
import type { RequestOptions } from '../../Source';
import { unreadable } from '../fileError';
import { hasKey } from '../keys/KeyIndex';
import { keyColumn } from '../keys/keyColumn';
import type { OpenTable } from '../readWhole';
import { selectionNotices, selectRows } from '../selectRows';
import type { LabelTable } from './LabelTable';
import { labelTimes } from './labelTimes';

/** All labels of a file of their own. Throws a SourceError where there are none, or a column is not there. */
export async function readLabels(
  { table, shown }: OpenTable,
  { task, label }: OutcomeRoles,
  key: string,
  options: RequestOptions
): Promise<LabelTable> {
  const early = [
    { name: key, text: false, keys: true },
    { name: label.field, text: task === 'classification' },
    ...(label.timeField === undefined ? [] : [{ name: label.timeField, text: false, times: true }]),
  ];
  const selected = await selectRows(table, shown, {}, [null], { early }, options);
  const { rows, columns } = selected.table;
  if (rows === 0) {
    throw unreadable(`${shown} has no rows: there are no labels.`);
  }
  const keys = keyColumn(key, found(columns, key));
  if (!Array.from({ length: rows }, (_, row) => row).some((row) => hasKey(keys, row))) {
    throw unreadable(`${shown}: "${key}" is empty in all rows, so that no label finds its prediction.`);
  }
  const { times, notices } = labelTimes(selected.table, label.timeField, shown);
  return {
    ...{ keys, label: found(columns, label.field), times, shown },
    notices: [...selectionNotices(selected, shown), ...notices],
  };
}

/** The column that both sides share. Throws a SourceError where labels of another file have none. */
export function keyOf({ path, key }: LabelPlace): string {
  if (key === undefined) {
    throw unreadable(`Labels of ${path} need "key": the column that names the prediction on both sides.`);
  }
  return key;
}

function found<Value>(columns: ReadonlyMap<string, Value>, name: string): Value {
  const column = columns.get(name);
  if (column === undefined) {
    throw new Error(`the column ${name} was not read`);
  }
  return column;
}
