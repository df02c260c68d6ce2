import { plainText } from '../../../distribution/cell/plainText';
import type { Column } from '../columns/Column';
import { asText } from '../columns/asText';
import { OddTimes } from '../columns/TimeBuilder';
import type { OpenFile } from '../OpenFile';
import type { RowScan, Scanned, ScanOptions } from './RowScan';
import type { Within } from './RowsWithin';
import { type Odd, remember, type ScanMemory } from './ScanMemory';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

/** Which rows are asked for: all of them, or those within a range. */
interface Asked extends ScanOptions {
  readonly columns: readonly ColumnRequest[];
  readonly last: boolean;
}

/** A file that must be read from its first row to its last for any of its columns: each is read once and kept. */
export class RowTable implements TableFile {
  readonly columnwise = false;

  constructor(
    private readonly file: OpenFile,
    private readonly scan: RowScan,
    private readonly memory: ScanMemory
  ) {}

  async columnNames(signal?: AbortSignal): Promise<readonly string[]> {
    const known = this.memory.known.get(this.stateOf());
    if (known !== undefined) {
      return known.names;
    }
    try {
      return (await this.scanAlone(this.isLarge ? [] : 'all', { signal })).names;
    } catch (error) {
      this.noteOdd(error);
      return (await this.scanAlone([], { signal })).names;
    }
  }

  async read({ columns, within, signal, last = false }: ReadRequest): Promise<TableRows> {
    for (;;) {
      const odd = this.memory.odd.get(this.stateOf());
      const asked = odd === undefined ? columns : columns.map((request) => withoutOdd(request, odd));
      try {
        return await this.readAs({ columns: asked, within: this.filterOf(within, asked, odd), signal, last });
      } catch (error) {
        // Each time there is one column less that may be times, or may filter.
        this.noteOdd(error, within);
      }
    }
  }

  private async readAs({ columns, within, signal, last }: Asked): Promise<TableRows> {
    const state = this.stateOf(within);
    await this.memory.underWay.get(state)?.catch(() => undefined);
    const found = new Map<string, Column>();
    const absent = columns.filter((request) => {
      const column = this.remembered(state, request, last);
      if (column !== undefined) {
        found.set(request.name, column);
      }
      return column === undefined;
    });
    let known = this.memory.known.get(state);
    const names = new Set(absent.length === 0 ? [] : known?.names);
    const unread = known === undefined ? absent : absent.filter(({ name }) => names.has(name));
    if (known === undefined || unread.length > 0) {
      const scanned = await this.scanAlone(withTimes(unread, columns, within), { signal, within }, last);
      unread.forEach(({ name }) => {
        const column = scanned.columns.get(name);
        if (column !== undefined) {
          found.set(name, column);
        }
      });
      known = scanned;
    }
    const fresh = new Set(last ? found.keys() : []);
    const { rows, notices, kept } = known;
    const rowNumber = (row: number) => kept?.numberOf(row) ?? row + 1;
    return { rows, columns: found, fresh, notices, rowNumber };
  }

  /** The range by which rows may be left out: not of small files, whose columns are kept for what is asked next. */
  private filterOf(
    within: ReadRequest['within'],
    columns: readonly ColumnRequest[],
    odd: Odd | undefined
  ): Within | undefined {
    const times = columns.find(({ name }) => name === within?.timeField);
    const mayFilter = this.isLarge && times?.times === true && odd?.filters.has(plainText(times.name)) !== true;
    return mayFilter ? within : undefined;
  }

  private get isLarge(): boolean {
    return this.file.size >= this.memory.large;
  }

  /** Throws whatever else it is. */
  private noteOdd(error: unknown, within?: ReadRequest['within']): void {
    if (!(error instanceof OddTimes)) {
      throw error;
    }
    const { odd } = this.memory;
    const { times, filters } = odd.get(this.stateOf()) ?? { times: new Set(), filters: new Set() };
    const name = plainText(error.column);
    const isFilter = this.isLarge && within !== undefined && plainText(within.timeField) === name;
    (isFilter && !filters.has(name) ? filters : times).add(name);
    remember(odd, this.stateOf(), { times, filters });
  }

  private remembered(state: string, { name, text, times, keys }: ColumnRequest, last: boolean): Column | undefined {
    const { cache } = this.memory;
    if (keys === true) {
      return undefined;
    }
    for (const kind of times === true ? (['times', 'text', 'any'] as const) : (['text', 'any'] as const)) {
      const key = keyOf(state, kind, name);
      const kept = last ? cache.take(key) : cache.get(key);
      if (kept !== undefined) {
        return text ? (asText(kept) ?? undefined) : kept;
      }
    }
    return undefined;
  }

  private async scanAlone(
    wanted: readonly ColumnRequest[] | 'all',
    options: ScanOptions,
    last = false
  ): Promise<Scanned> {
    const { cache, known, underWay } = this.memory;
    const state = this.stateOf(options.within);
    const running = this.scan(this.file, wanted, options);
    underWay.set(state, running);
    try {
      const scanned = await running;
      const { columns, ...others } = scanned;
      remember(known, state, others);
      const texts = new Set(wanted === 'all' ? [] : wanted.flatMap(({ name, text }) => (text ? [name] : [])));
      for (const [name, column] of last ? [] : columns) {
        if (isHashed(column)) {
          continue;
        }
        cache.set(keyOf(state, texts.has(name) ? 'text' : isTimes(column) ? 'times' : 'any', name), column);
      }
      return scanned;
    } finally {
      if (underWay.get(state) === running) {
        underWay.delete(state);
      }
    }
  }

  /** Of what was read: the file, how it was read, and which rows. */
  private stateOf(within?: Within): string {
    const { version, reading } = this.file;
    const rows = within === undefined ? '' : JSON.stringify([within.timeField, within.range.from, within.range.to]);
    return `${version}\0${JSON.stringify(reading)}\0${rows}`;
  }
}

function keyOf(state: string, kind: 'text' | 'any' | 'times', name: string): string {
  return `${state}\0${kind}\0${name}`;
}

function isHashed(column: Column): boolean {
  return column.kind === 'numbers' && column.hashed === true;
}

/** Times whose text was let go. */
function isTimes(column: Column): boolean {
  return column.kind === 'numbers' && column.time;
}

function withoutOdd(request: ColumnRequest, { times }: Odd): ColumnRequest {
  return times.has(plainText(request.name)) ? { ...request, times: false } : request;
}

/** What is to be read, and the times by which rows are left out. */
function withTimes(
  unread: readonly ColumnRequest[],
  columns: readonly ColumnRequest[],
  within: Within | undefined
): readonly ColumnRequest[] {
  return within === undefined || unread.some(({ name }) => name === within.timeField)
    ? unread
    : [...unread, ...columns.filter(({ name }) => name === within.timeField)];
}
