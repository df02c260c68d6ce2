import { collectGarbage } from '../../../memory/collectGarbage';
import type { OutcomeRoles } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { type Column, MISSING } from '../../columns/Column';
import { unreadable } from '../../fileError';
import { keyColumn } from '../../keys/keyColumn';
import { ColumnByColumn } from '../../readers/ColumnByColumn';
import { freeBuffer } from '../../readers/freeBuffer';
import type { OpenTable } from '../../readWhole';
import { selectionNotices, selectRows } from '../../selectRows';
import { PartitionedColumn } from '../../spill/PartitionedColumn';
import type { SpillFile } from '../../spill/SpillFile';
import { columnIn } from '../labelsByKey';
import type { LabelTable } from '../LabelTable';
import { labelTimes } from '../labelTimes';
import { letGo } from '../letGo';
import { KEY_PARTS, keyParts, keysOf, WITHOUT_KEY } from './keyParts';
import { writeCells } from './PartitionedCells';

/** The rows of a file of labels, parted by their keys. */
export interface PartitionedLabels {
  readonly shown: string;
  readonly notices: LabelTable['notices'];
  /** Like the labels, but without a row. */
  readonly like: Column;
  readonly areTimed: boolean;
  read(part: number): Promise<LabelTable>;
}

/** Reads labels column by column into a temporary file. The same as `readLabels`, with the same errors. */
export async function partitionLabels(
  { table, shown }: OpenTable,
  { task, label }: OutcomeRoles,
  key: string,
  file: SpillFile,
  options: RequestOptions
): Promise<PartitionedLabels> {
  const { signal } = options;
  const wanted = {
    early: [{ name: key, text: false, keys: true }],
    late: [
      { name: label.field, text: task === 'classification' },
      ...(label.timeField === undefined ? [] : [{ name: label.timeField, text: false, times: true }]),
    ],
  };
  const selected = await selectRows(new ColumnByColumn(table), shown, {}, [null], wanted, options);
  const { rows, columns } = selected.table;
  if (rows === 0) {
    throw unreadable(`${shown} has no rows: there are no labels.`);
  }
  const keys = keyColumn(key, columnIn(columns, key));
  const partOf = keyParts(keys);
  if (partOf.every((part) => part === WITHOUT_KEY)) {
    throw unreadable(`${shown}: "${key}" is empty in all rows, so that no label finds its prediction.`);
  }
  const parted = [partOf, KEY_PARTS + 1, signal] as const;
  const writtenKeys = await PartitionedColumn.write(file, keys.values, ...parted);
  freeBuffer(keys.values.buffer);
  collectGarbage();
  const read = await selected.column(label.field);
  const like: Column =
    read.column.kind === 'text'
      ? { ...read.column, codes: new Int32Array() }
      : { ...read.column, exact: undefined, values: new Float64Array(), states: null };
  const writtenCells = await writeCells(file, read.column, ...parted);
  letGo(read);
  collectGarbage();
  const timed = await readTimesOf(selected, label.timeField, shown);
  const writtenTimes = timed.times === null ? null : await PartitionedColumn.write(file, timed.times, ...parted);
  collectGarbage();
  const notices = [...selectionNotices(selected, shown), ...timed.notices];
  return {
    ...{ shown, notices, like, areTimed: writtenTimes !== null },
    async read(part) {
      const own = keysOf(await writtenKeys.read(part));
      const areKeys = part !== WITHOUT_KEY;
      return {
        keys: areKeys ? own : { ...own, states: new Uint8Array(own.values.length).fill(MISSING) },
        label: await writtenCells.read(part),
        times: writtenTimes === null ? null : await writtenTimes.read(part),
        ...{ shown, notices },
      };
    },
  };
}

async function readTimesOf(
  { table, column }: Awaited<ReturnType<typeof selectRows>>,
  timeField: string | undefined,
  shown: string
) {
  const columns = timeField === undefined ? new Map() : new Map([[timeField, (await column(timeField)).column]]);
  return labelTimes({ ...table, columns }, timeField, shown);
}
