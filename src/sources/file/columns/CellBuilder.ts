import type { Column } from './Column';

/** Gathers the cells of a column, one after the other. */
export interface CellBuilder {
  /** A cell of a format that tells types apart. */
  push(cell: unknown): void;
  pushText(cell: string): void;
  /** A cell as valid UTF-8, `bytes[start, end)`, with quotes doubled in it or not: what `pushText` does. */
  pushBytes(bytes: Uint8Array, start: number, end: number, isDoubled?: boolean): void;
  /** The same for a text of a format that tells texts from numbers. */
  pushStringBytes(bytes: Uint8Array, start: number, end: number): void;
  pushMissing(): void;
  finish(): Column;
}
