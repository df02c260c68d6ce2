import type { ReadRequest, TableFile, TableRows } from './TableFile';

/** A table of which no column is held that is not needed yet, though each costs a pass over the file. */
export class ColumnByColumn implements TableFile {
  readonly columnwise = true;

  constructor(private readonly table: TableFile) {}

  columnNames(signal?: AbortSignal): Promise<readonly string[]> {
    return this.table.columnNames(signal);
  }

  async leftOut(): Promise<ReadonlyMap<string, string>> {
    return (await this.table.leftOut?.()) ?? new Map<string, string>();
  }

  read(request: ReadRequest): Promise<TableRows> {
    return this.table.read({ ...request, last: true });
  }
}
