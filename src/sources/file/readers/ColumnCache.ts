import { byteSize, type Column } from '../columns/Column';

/** Columns that were read, the least recently used let go of first. The key names the file's version. */
export class ColumnCache {
  private readonly entries = new Map<string, { column: Column; bytes: number }>();
  private bytes = 0;

  /** `limit` in bytes. */
  constructor(private readonly limit: () => number) {}

  get(key: string): Column | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) {
      return undefined;
    }
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.column;
  }

  /** What was kept is the caller's from now on. */
  take(key: string): Column | undefined {
    const column = this.entries.get(key)?.column;
    this.forget(key);
    return column;
  }

  set(key: string, column: Column): void {
    const bytes = byteSize(column);
    this.forget(key);
    if (bytes > this.limit()) {
      return;
    }
    this.entries.set(key, { column, bytes });
    this.bytes += bytes;
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.limit()) {
        break;
      }
      this.forget(oldest);
    }
  }

  forgetAll(prefix: string): void {
    [...this.entries.keys()].filter((key) => key.startsWith(prefix)).forEach((key) => this.forget(key));
  }

  private forget(key: string): void {
    this.bytes -= this.entries.get(key)?.bytes ?? 0;
    this.entries.delete(key);
  }
}
