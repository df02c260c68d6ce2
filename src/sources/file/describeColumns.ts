import { inferType } from '../../distribution/inferType';
import type { Selection } from '../../query/selection';
import type { DescribeOptions, FieldDescription } from '../Source';
import type { Column } from './columns/Column';
import { freeColumn } from './columns/freeColumn';
import { fieldOf } from './planFile';
import { profileOf } from './profileOf';
import type { TableFile } from './readers/TableFile';
import { SourceError } from '../SourceError';
import { type SelectedColumn, selectRows, type SelectedRows } from './selectRows';

/** Type and evidence of the selection's features, or of all columns, in the rows of the selection within the range. */
export async function describeColumns(
  file: TableFile,
  shown: string,
  selection: Selection,
  { range = null, signal }: DescribeOptions
): Promise<FieldDescription[]> {
  const features = selection.features ?? [];
  const names = features.length > 0 ? [...new Set(features.map(fieldOf))] : await file.columnNames(signal);
  const leftOut = (await file.leftOut?.()) ?? new Map<string, string>();
  const late = names.filter((name) => !leftOut.has(name)).map((name) => ({ name, text: false, times: true }));
  const { column: read, windows } = await selectRows(file, shown, selection, [range], { late, early: [] }, { signal });
  const found: FieldDescription[] = [];
  for (const name of names) {
    const held = leftOut.get(name);
    if (held !== undefined) {
      found.push({ name, type: 'categorical', evidence: held, identifier: true, uncountable: true });
      continue;
    }
    const described = await readOrDescribe(read, name);
    if ('unreadable' in described) {
      found.push(described);
      continue;
    }
    const { column, fresh } = described;
    found.push(describe(name, column, windows[0]));
    if (fresh) {
      freeColumn(column);
    }
  }
  return found;
}

/** A column that can't be read is described as such: the others can be judged. */
async function readOrDescribe(
  read: SelectedRows['column'],
  name: string
): Promise<SelectedColumn | (FieldDescription & { readonly unreadable: string })> {
  try {
    return await read(name);
  } catch (error) {
    if (!(error instanceof SourceError) || error.options.status !== 422) {
      throw error;
    }
    const evidence = "can't be read";
    return { name, type: 'categorical', evidence, identifier: false, unreadable: error.message };
  }
}

function describe(name: string, column: Column, rows: Int32Array): FieldDescription {
  if (column.kind === 'numbers' && column.time && column.typed) {
    return { name, type: 'time', evidence: "the file's own type", identifier: false };
  }
  return { name, ...inferType(profileOf(column, rows), name) };
}
