import { collectGarbage } from '../../../memory/collectGarbage';
import { memory } from '../../../memory/Memory';
import type { OutcomesRequest } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { keyColumn } from '../../keys/keyColumn';
import { KeyIndex } from '../../keys/KeyIndex';
import { freeBuffer } from '../../readers/freeBuffer';
import type { OpenTable } from '../../readWhole';
import type { SelectedRows } from '../../selectRows';
import { PartitionedColumn } from '../../spill/PartitionedColumn';
import type { SpillFile } from '../../spill/SpillFile';
import { joinLabels } from '../joinLabels';
import type { LabelCells } from '../LabelCells';
import { allKeys, areAllRows, columnIn, countAbsent, saidOfJoin, usedRows } from '../labelsByKey';
import { takeLatest } from '../takeLatest';
import { DroppedRows } from './DroppedRows';
import { GroupedRows } from './GroupedRows';
import { KEY_PARTS, keyParts, keysOf, WITHOUT_KEY } from './keyParts';
import { CellsToFill } from './PartitionedCells';
import type { PartitionedLabels } from './partitionLabels';

/** What is held of a row of one part, about: its key, its places in the index, and its label. */
const BYTES_A_ROW = 64;

/** Parts after which the collector is asked to look. */
const PARTS_AT_ONCE = 4;

export interface JoinedParts {
  /** The rows of each window that count. */
  readonly windows: readonly Int32Array[];
  /** Rows whose key another row of their window has too. */
  readonly repeated: number;
  readonly hasKey: (row: number) => boolean;
  readonly labels: LabelCells;
}

/** The label of each prediction as `labelsByKey` finds it, with the keys of one part after another in memory. */
export async function joinParts(
  { table: file, shown }: OpenTable,
  request: OutcomesRequest,
  labels: PartitionedLabels,
  { table, windows }: Pick<SelectedRows, 'table' | 'windows'>,
  times: Float64Array | null,
  spill: SpillFile,
  { signal }: RequestOptions
): Promise<JoinedParts> {
  const key = request.roles.label.key ?? '';
  const { partOf, keys } = await writeKeys(columnIn(table.columns, key), key, spill, signal);
  const used = usedRows(windows, table.rows);
  const grouped = new GroupedRows(null, partOf, KEY_PARTS + 1);
  const ofWindows = windows.map((rows) => new GroupedRows(rows, partOf, KEY_PARTS + 1));
  const cells = new CellsToFill(labels.like, table.rows);
  const knownAt = labels.areTimed ? new Float64Array(table.rows).fill(NaN) : null;
  const dropped = new DroppedRows(windows);
  const counts = { repeated: 0, revised: 0, known: 0, withoutKey: 0, unmatched: 0 };
  const unmatched: Array<PartitionedColumn<Float64Array>> = [];
  const placeOf = new Int32Array(table.rows);
  for (let part = 0; part < KEY_PARTS; part++) {
    signal?.throwIfAborted();
    const own = await labels.read(part);
    const rows = grouped.rows(part);
    const hold = memory().hold();
    try {
      hold.take((rows.length + own.keys.values.length) * BYTES_A_ROW, `Joining ${shown} with ${labels.shown}`);
      rows.forEach((row, i) => (placeOf[row] = i));
      const ownKeys = keysOf(await keys.read(part));
      const index = new KeyIndex(ownKeys, (i) => used[rows[i]] === 1);
      const latest = takeLatest(
        ofWindows.map((one) => one.rows(part).map((row) => placeOf[row])),
        ownKeys,
        index,
        times === null ? null : Float64Array.from(rows, (row) => times[row])
      );
      latest.windows.forEach((kept, i) => dropped.note(i, ofWindows[i].rows(part), kept, rows));
      const joined = joinLabels(own, index, rows.length, request.asOf);
      cells.fill(joined.column, rows);
      rows.forEach((row, i) => knownAt !== null && joined.times !== null && (knownAt[row] = joined.times[i]));
      counts.repeated += latest.repeated;
      counts.revised += joined.revised;
      counts.known += joined.known;
      counts.unmatched += joined.unmatched.length;
      const alone = Float64Array.from(joined.unmatched, (row) => own.keys.values[row]);
      unmatched.push(await PartitionedColumn.write(spill, alone, new Uint8Array(alone.length), 1));
    } finally {
      hold.release();
    }
    if (part % PARTS_AT_ONCE === PARTS_AT_ONCE - 1) {
      collectGarbage();
    }
  }
  collectGarbage();
  const none = joinLabels(await labels.read(WITHOUT_KEY), new KeyIndex(keysOf(new Float64Array())), 0, request.asOf);
  const absent =
    counts.unmatched === 0 || areAllRows(request)
      ? counts.unmatched
      : await countUnknown(unmatched, await allKeys(file, key, signal), key, spill, signal);
  const { revised } = counts;
  const joins = { revised, withoutPrediction: none.known + absent, known: counts.known + none.known };
  const { findings, notices } = saidOfJoin(joins, key, labels.shown, shown);
  return {
    windows: dropped.rest(),
    repeated: counts.repeated,
    hasKey: (row) => partOf[row] !== WITHOUT_KEY,
    labels: {
      ...{ column: cells.finish(), fresh: true, times: knownAt, shown: labels.shown, findings },
      notices: [...labels.notices, ...notices],
    },
  };
}

async function writeKeys(
  column: Parameters<typeof keyColumn>[1],
  name: string,
  spill: SpillFile,
  signal?: AbortSignal
) {
  const keys = keyColumn(name, column);
  const partOf = keyParts(keys);
  const written = await PartitionedColumn.write(spill, keys.values, partOf, KEY_PARTS + 1, signal);
  freeBuffer(keys.values.buffer);
  collectGarbage();
  return { partOf, keys: written };
}

/** Of keys without a prediction among those that are asked for, how many have none in the whole file. */
async function countUnknown(
  unmatched: ReadonlyArray<PartitionedColumn<Float64Array>>,
  all: Parameters<typeof keyColumn>[1],
  name: string,
  spill: SpillFile,
  signal?: AbortSignal
): Promise<number> {
  const { keys } = await writeKeys(all, name, spill, signal);
  let count = 0;
  for (let part = 0; part < KEY_PARTS; part++) {
    signal?.throwIfAborted();
    const asked = keysOf(await unmatched[part].read(0));
    const rows = Int32Array.from(asked.values, (_, row) => row);
    count += rows.length === 0 ? 0 : countAbsent(asked, rows, keysOf(await keys.read(part)));
  }
  return count;
}
