import { plainText } from '../../../distribution/cell/plainText';
import type { CellForms } from '../../../query/cellForms';
import { type ColumnForms, interpretColumn } from '../columns/interpretColumn';
import { parseTimestamp } from '../../../query/parseTimestamp';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

/** By column, and for all others. */
export interface TableForms {
  readonly byColumn: ReadonlyMap<string, ColumnForms>;
  readonly others: ColumnForms;
}

/**
 * A table with its cells taken for what they mean, whatever the format: missing markers are missing, numbers in their forms
 * are numbers, and columns are known by their plain names.
 */
export class MeantTable implements TableFile {
  readonly columnwise: boolean;
  private left: Promise<ReadonlyMap<string, string>> | undefined;
  private owns: { readonly of: readonly string[]; readonly nameOf: (name: string) => string } | undefined;

  constructor(
    private readonly table: TableFile,
    private readonly forms: TableForms
  ) {
    this.columnwise = table.columnwise;
  }

  async columnNames(signal?: AbortSignal): Promise<readonly string[]> {
    const names = await this.table.columnNames(signal);
    const plain = names.map(plainText);
    // Two that are one by their plain names can't both be called so.
    return new Set(plain).size === plain.length ? plain : names;
  }

  leftOut(): Promise<ReadonlyMap<string, string>> {
    this.left ??= this.readLeftOut();
    return this.left;
  }

  private async readLeftOut(): Promise<ReadonlyMap<string, string>> {
    const left = (await this.table.leftOut?.()) ?? new Map<string, string>();
    return new Map(Array.from(left, ([name, held]) => [plainText(name), held]));
  }

  async read({ columns, within, ...request }: ReadRequest): Promise<TableRows> {
    const nameOf = await this.ownNames(request.signal);
    const asked = columns.map((column) => this.asked(column, nameOf(column.name)));
    const rows = await this.table.read({
      ...request,
      within: within && { ...within, timeField: nameOf(within.timeField) },
      columns: asked,
    });
    const meant = columns.flatMap(({ name }, i) => {
      const column = rows.columns.get(asked[i].name);
      return column === undefined ? [] : [[name, interpretColumn(column, this.formsOf(name))] as const];
    });
    const fresh = columns.flatMap(({ name }, i) => (rows.fresh.has(asked[i].name) ? [name] : []));
    return { ...rows, columns: new Map(meant), fresh: new Set(fresh) };
  }

  /** How the file itself calls a column; where names are read with the rows those are plain already. */
  private async ownNames(signal?: AbortSignal): Promise<(name: string) => string> {
    if (!this.columnwise) {
      return plainText;
    }
    const names = await this.table.columnNames(signal);
    if (this.owns?.of !== names) {
      const known = new Set(names);
      const own = new Map(names.map((name) => [plainText(name), name]));
      const nameOf = (name: string) => (known.has(name) ? name : (own.get(plainText(name)) ?? name));
      this.owns = { of: names, nameOf };
    }
    return this.owns.nameOf;
  }

  /** Numbers in forms must be read as text first: another reader would let their text go. */
  private asked({ name, text, times = false, keys = false }: ColumnRequest, own: string): ColumnRequest {
    if (keys) {
      return { name: own, text, keys };
    }
    const { numbers, missing } = this.formsOf(name);
    return {
      name: own,
      text: text || numbers !== undefined,
      times: times && numbers === undefined && !mayBeTimes(missing),
    };
  }

  private formsOf(name: string): ColumnForms {
    return this.forms.byColumn.get(plainText(name)) ?? this.forms.others;
  }
}

/** Whether the text of times tells which are missing: one is listed, or the list is empty, so that no marker is. */
function mayBeTimes(missing: CellForms['missing']): boolean {
  return missing !== undefined && (missing.length === 0 || missing.some((one) => parseTimestamp(String(one)) !== null));
}
