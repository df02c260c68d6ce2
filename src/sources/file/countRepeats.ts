import { multiplicityOf, type Multiplicity } from '../../distribution/multiplicity';
import type { RepeatedRows, RepeatsRequest, RequestOptions } from '../Source';
import type { Column } from './columns/Column';
import { RowHashes } from './group/RowHashes';
import { fieldOf } from './planFile';
import type { ReadWhole } from './readWhole';
import { selectRows } from './selectRows';

/** How often rows occur, of each window: whole ones over the features, and those of each key. */
export async function countRepeats(
  { selection, features, keys, windows }: RepeatsRequest,
  read: ReadWhole,
  options: RequestOptions
): Promise<RepeatedRows[]> {
  const late = [
    ...features.map((feature) => ({ name: fieldOf(feature), text: feature.type !== 'numeric' })),
    ...keys.map((name) => ({ name, text: true })),
  ];
  const { result } = await read(async ({ table, shown }) => {
    const selected = await selectRows(table, shown, selection, windows, { early: [], late }, options);
    const whole = selected.windows.map((rows) => new RowHashes(rows));
    for (const feature of features) {
      const { column } = await selected.column(fieldOf(feature));
      whole.forEach((rows) => rows.add(column));
    }
    const found = whole.map((rows): RepeatedRows => ({ whole: rows.multiplicity(), byKey: new Map() }));
    for (const key of keys) {
      const { column } = await selected.column(key);
      selected.windows.forEach((rows, i) => found[i].byKey.set(key, ofColumn(column, rows)));
    }
    return found;
  }, options.signal);
  return result;
}

/** Missing values are no key. */
function ofColumn(column: Column, rows: Int32Array): Multiplicity {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const value = column.kind === 'text' ? column.codes[row] : column.values[row];
    if (column.kind === 'text' ? value >= 0 : !Number.isNaN(value)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return multiplicityOf(counts.values());
}
