import { type Column, MISSING } from '../columns/Column';
import { asText } from '../columns/asText';
import { concatColumns } from '../columns/concatColumns';
import { unreadable } from '../fileError';
import { keyColumn } from '../keys/keyColumn';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from '../readers/TableFile';

export interface Part {
  readonly table: TableFile;
  readonly keys: ReadonlyMap<string, string | null>;
  /** Lets go of what is held open of it. */
  close(): Promise<void>;
}

/** The files of a folder as one table, one after the other. What their folders say, `day=2024-01-01`, are columns too. */
export class PartsTable implements TableFile {
  readonly columnwise: boolean;

  constructor(
    private readonly parts: readonly Part[],
    private readonly shown: string
  ) {
    this.columnwise = parts.every(({ table }) => table.columnwise);
  }

  async columnNames(signal?: AbortSignal): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const part of this.parts) {
      (await namesOf(part, signal)).forEach((name) => names.add(name));
      await part.close();
    }
    this.parts.forEach(({ keys }) => [...keys.keys()].forEach((name) => names.add(name)));
    return [...names];
  }

  async leftOut(): Promise<ReadonlyMap<string, string>> {
    const all = new Map<string, string>();
    for (const part of this.parts) {
      (await part.table.leftOut?.())?.forEach((held, name) => all.set(name, held));
      await part.close();
    }
    return all;
  }

  async read(request: ReadRequest): Promise<TableRows> {
    const read: TableRows[] = [];
    for (const part of this.parts) {
      request.signal?.throwIfAborted();
      read.push(await readPart(part, request));
      await part.close();
    }
    const odd = request.columns.filter(({ name }) =>
      isTimesInSome(read.flatMap((rows) => rows.columns.get(name) ?? []))
    );
    if (odd.length > 0) {
      return this.read({
        ...request,
        columns: request.columns.map((one) => (odd.includes(one) ? asTextOf(one) : one)),
      });
    }
    const times = read.map(({ columns }) => columns.get(request.within?.timeField ?? ''));
    if (times.some((column) => column?.kind === 'numbers' && column.others !== undefined)) {
      // What is said of markers of missing values is their share of all rows, and some files left rows out.
      return this.read({ ...request, within: undefined });
    }
    const names = new Set(request.columns.map(({ name }) => name));
    const columns = new Map<string, Column>();
    for (const name of names) {
      const parts = read.map((rows) => rows.columns.get(name));
      if (parts.some((part) => part !== undefined)) {
        columns.set(name, await this.joined(name, parts, read, request));
      }
    }
    const notices = [...this.lacking(read, columns), ...this.mixed(read, columns)];
    return {
      rows: read.reduce((sum, { rows }) => sum + rows, 0),
      columns,
      fresh: new Set(this.parts.length > 1 ? columns.keys() : read[0].fresh),
      rowNumber: (row) => rowNumber(read, row),
      notices: [...new Set([...notices, ...read.flatMap(({ notices = [] }) => notices)])],
    };
  }

  private async joined(
    name: string,
    parts: ReadonlyArray<Column | undefined>,
    read: readonly TableRows[],
    request: ReadRequest
  ): Promise<Column> {
    // What has no value in one file, such as a column that was empty there, is of any type.
    const there = parts.filter((part): part is Column => part !== undefined && holdsAny(part));
    if (new Set(there.map((part) => part.kind === 'numbers' && part.time)).size > 1) {
      throw unreadable(
        `${this.shown}: "${name}" holds times in some of its files and something else in others: write them alike.`
      );
    }
    const like = there[0] ?? parts.find((part) => part !== undefined);
    const isMixed = new Set(there.map(({ kind }) => kind)).size > 1;
    if (isMixed && there.some((part) => asText(part) === null)) {
      // Numbers whose text was let go of.
      const again = await this.read({ ...request, columns: [{ name, text: true }] });
      return again.columns.get(name) ?? like;
    }
    const filled = parts.map((part, i) =>
      part !== undefined && holdsAny(part) ? part : missingLike(like, read[i].rows)
    );
    return concatColumns(filled);
  }

  private lacking(read: readonly TableRows[], columns: ReadonlyMap<string, Column>): string[] {
    return [...columns.keys()].flatMap((name) => {
      const count = read.filter((part) => !part.columns.has(name)).length;
      return count === 0
        ? []
        : [`${this.shown}: ${count} of ${read.length} files have no column "${name}": its values are missing there.`];
    });
  }

  private mixed(read: readonly TableRows[], columns: ReadonlyMap<string, Column>): string[] {
    return [...columns.keys()].flatMap((name) => {
      const parts = read.flatMap((part) => part.columns.get(name) ?? []).filter(holdsAny);
      const declared = parts.filter((part) => part.kind === 'text' && part.declared === 'text').length;
      return declared === 0 || declared === parts.length
        ? []
        : [`${this.shown}: "${name}" is text in ${declared} of ${parts.length} files, and no text in the others.`];
    });
  }
}

/** Whether some parts came as times without their text, and others as something else: then the text of all is needed. */
function isTimesInSome(parts: readonly Column[]): boolean {
  const areTimes = (part: Column) => part.kind === 'numbers' && part.time;
  // Such a part held times, even where all its rows were left out.
  const areWithoutText = parts.some((part) => part.kind === 'numbers' && part.time && !part.typed);
  return areWithoutText && !parts.filter(holdsAny).every(areTimes);
}

function asTextOf({ name, text }: ColumnRequest): ColumnRequest {
  return { name, text };
}

/** A file's own column goes before what its folder says. */
async function namesOf({ table, keys }: Part, signal?: AbortSignal): Promise<string[]> {
  const names = await table.columnNames(signal);
  const own = new Set(names);
  return [...names, ...[...keys.keys()].filter((key) => !own.has(key))];
}

async function readPart({ table, keys }: Part, request: ReadRequest): Promise<TableRows> {
  const names = new Set(await table.columnNames(request.signal));
  const { within } = request;
  const own = { ...request, within: within !== undefined && names.has(within.timeField) ? within : undefined };
  const rows = await table.read({ ...own, columns: request.columns.filter(({ name }) => names.has(name)) });
  const columns = new Map(rows.columns);
  for (const { name, keys: areKeys } of request.columns.filter((one) => isKey(one, names, keys))) {
    const column = constant(keys.get(name) ?? null, rows.rows);
    columns.set(name, areKeys === true ? keyColumn(name, column) : column);
  }
  return { ...rows, columns };
}

function isKey({ name }: ColumnRequest, names: ReadonlySet<string>, keys: ReadonlyMap<string, unknown>): boolean {
  return !names.has(name) && keys.has(name);
}

function constant(value: string | null, rows: number): Column {
  const codes = new Int32Array(rows).fill(value === null ? -1 : 0);
  return { kind: 'text', codes, dictionary: value === null ? [] : [value], booleans: false };
}

function missingLike(column: Column, rows: number): Column {
  return column.kind === 'text'
    ? { ...column, codes: new Int32Array(rows).fill(-1), dictionary: [] }
    : {
        ...{ kind: 'numbers', mistyped: null, typed: column.typed, time: column.time },
        ...{ values: new Float64Array(rows).fill(NaN), states: new Uint8Array(rows).fill(MISSING) },
      };
}

function holdsAny(column: Column): boolean {
  if (column.kind === 'text') {
    return column.dictionary.length > 0;
  }
  const { states, values } = column;
  return values.length > 0 && (states === null || states.some((state) => state !== MISSING));
}

/** Within its own file. */
function rowNumber(read: readonly TableRows[], row: number): number {
  let before = 0;
  for (const part of read) {
    if (row < before + part.rows) {
      return part.rowNumber(row - before);
    }
    before += part.rows;
  }
  return row + 1;
}
