import type { Notice } from '../../Notice';
import type { Column } from '../columns/Column';
import { asText } from '../columns/asText';
import type { OpenFile } from '../OpenFile';
import type { ColumnCache } from './ColumnCache';
import type { RowScan } from './RowScan';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

interface Known {
  readonly rows: number;
  readonly names: readonly string[];
  readonly notices?: readonly Notice[];
}

/** What scans have found out of each version of a file, and the scan under way: others wait for it. */
export interface ScanMemory {
  readonly cache: ColumnCache;
  readonly known: Map<string, Known>;
  readonly underWay: Map<string, Promise<unknown>>;
}

const MOST_KNOWN = 1000;

/** A file that must be read from its first row to its last for any of its columns: each is read once and kept. */
export class RowTable implements TableFile {
  readonly columnwise = false;

  constructor(
    private readonly file: OpenFile,
    private readonly scan: RowScan,
    private readonly memory: ScanMemory
  ) {}

  async columnNames(signal?: AbortSignal): Promise<readonly string[]> {
    const known = this.memory.known.get(this.state);
    return known?.names ?? (await this.scanAlone('all', signal)).names;
  }

  async read({ columns, signal, last = false }: ReadRequest): Promise<TableRows> {
    await this.memory.underWay.get(this.state)?.catch(() => undefined);
    const found = new Map<string, Column>();
    const absent = columns.filter((request) => {
      const column = this.remembered(request, last);
      if (column !== undefined) {
        found.set(request.name, column);
      }
      return column === undefined;
    });
    let known = this.memory.known.get(this.state);
    const unread = known === undefined ? absent : absent.filter(({ name }) => known?.names.includes(name));
    if (known === undefined || unread.length > 0) {
      const scanned = await this.scanAlone(unread, signal, last);
      scanned.columns.forEach((column, name) => found.set(name, column));
      known = scanned;
    }
    const fresh = new Set(last ? found.keys() : []);
    const { rows, notices } = known;
    return { rows, columns: found, fresh, notices, rowNumber: (row) => row + 1 };
  }

  private remembered({ name, text }: ColumnRequest, last: boolean): Column | undefined {
    const { cache } = this.memory;
    const [textKey, anyKey] = [this.key(name, true), this.key(name, false)];
    const kept = last ? (cache.take(textKey) ?? cache.take(anyKey)) : (cache.get(textKey) ?? cache.get(anyKey));
    return kept !== undefined && text ? (asText(kept) ?? undefined) : kept;
  }

  private async scanAlone(wanted: readonly ColumnRequest[] | 'all', signal?: AbortSignal, last = false) {
    const { cache, known, underWay } = this.memory;
    const version = this.state;
    const running = this.scan(this.file, wanted, signal);
    underWay.set(version, running);
    try {
      const scanned = await running;
      known.delete(version);
      known.set(version, { rows: scanned.rows, names: scanned.names, notices: scanned.notices });
      for (const oldest of known.size > MOST_KNOWN ? known.keys() : []) {
        known.delete(oldest);
        break;
      }
      if (last) {
        return scanned;
      }
      scanned.columns.forEach((column, name) => {
        const text = wanted !== 'all' && wanted.some((request) => request.name === name && request.text);
        cache.set(this.key(name, text), column);
      });
      return scanned;
    } finally {
      if (underWay.get(version) === running) {
        underWay.delete(version);
      }
    }
  }

  /** Of what was read: the file, and how it was read. */
  private get state(): string {
    const { version, reading } = this.file;
    return `${version}\0${JSON.stringify(reading)}`;
  }

  private key(name: string, text: boolean): string {
    return `${this.state}\0${text ? 'text' : 'any'}\0${name}`;
  }
}
