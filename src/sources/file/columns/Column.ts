import type { Declared } from '../../../distribution/Distribution';

/** A column in memory. Text is encoded by a dictionary; numbers keep apart what is missing from what is NaN. */
export type Column = NumberColumn | TextColumn;

export interface NumberColumn {
  readonly kind: 'numbers';
  /** NaN where the cell is missing or is text. */
  readonly values: Float64Array;
  /** One for each row; null where every cell is a number. */
  readonly states: Uint8Array | null;
  /** The first cell that is text, where there is one. */
  readonly mistyped: MistypedCell | null;
  /** Whether the cells were numbers already, or times by the file's own type, so that their text is the number's own. */
  readonly typed: boolean;
  /** Whether the numbers are times in milliseconds since the epoch. */
  readonly time: boolean;
  /** The integers themselves, 0 where there is none: where some are so long that a number rounds them. */
  readonly exact?: BigInt64Array;
  /** How many cells are digits that a number can't give back: 007. Their text must be read for what they are. */
  readonly codes?: number;
  /** Texts among the numbers as they were read: a cell with the state OTHERS + i holds the i-th. `interpretColumn` settles them. */
  readonly others?: readonly string[];
  /** What the file itself says that the cells are. */
  readonly declared?: Declared;
  readonly marked?: Marked;
  /** The values are no numbers, but their bits hashes of the cells' texts: see `KeyHash`. */
  readonly hashed?: true;
}

/** Keys, each told by a hash. */
export interface KeyColumn extends NumberColumn {
  readonly hashed: true;
}

/** Texts that were read as missing, with how many cells of the rows that were read have each. */
export type Marked = ReadonlyMap<string, number>;

export interface TextColumn {
  readonly kind: 'text';
  /** Index into the dictionary; -1 where the cell is missing. */
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  /** Whether every cell was true or false, and not text that reads so. */
  readonly booleans: boolean;
  /** Where the file itself says that the cells are text: what looks like a number may be a code. */
  readonly declared?: Declared;
  readonly marked?: Marked;
}

export interface MistypedCell {
  /** 0-based, among the rows that were read. */
  readonly row: number;
  readonly text: string;
}

export const PRESENT = 0;
export const MISSING = 1;
export const MISTYPED = 2;
/** From here on a state names a text: those that are settled by `interpretColumn`, and are in no column behind it. */
export const OTHERS = 3;

export function rowCount(column: Column): number {
  return column.kind === 'numbers' ? column.values.length : column.codes.length;
}

/** Bytes that the column holds on to, about. */
export function byteSize(column: Column): number {
  if (column.kind === 'numbers') {
    return column.values.byteLength + (column.states?.byteLength ?? 0) + (column.exact?.byteLength ?? 0);
  }
  return column.dictionary.reduce((bytes, text) => bytes + 2 * text.length + 32, column.codes.byteLength);
}
