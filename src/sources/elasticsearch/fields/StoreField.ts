/** What the store can count of a field. */
export type FieldKind = 'integer' | 'decimal' | 'float' | 'keyword' | 'boolean' | 'time' | 'text' | 'other';

/** A field of an index or a pattern, as its mappings say. */
export interface StoreField {
  readonly name: string;
  readonly kind: FieldKind;
  /** What is counted: the field itself, or the keyword field below a text. */
  readonly counted: string;
  /** Counted are the seconds from the time in this field to the time in `counted`. */
  readonly since?: string;
  /** The mapping's own word: "scaled_float". */
  readonly mapped: string;
  /** Numbers are stored with fewer digits than a search compares them with. */
  readonly coarse: boolean;
  /** The path of the nested objects that hold it; undefined where the documents themselves do. */
  readonly nested?: string;
  /** Indices of the pattern that lack it. */
  readonly absentIn: readonly string[];
}

export const KINDS: Readonly<Record<string, FieldKind>> = {
  long: 'integer',
  integer: 'integer',
  short: 'integer',
  byte: 'integer',
  unsigned_long: 'integer',
  double: 'decimal',
  scaled_float: 'decimal',
  float: 'float',
  half_float: 'float',
  keyword: 'keyword',
  constant_keyword: 'keyword',
  wildcard: 'keyword',
  ip: 'keyword',
  version: 'keyword',
  boolean: 'boolean',
  date: 'time',
  date_nanos: 'time',
  text: 'text',
  match_only_text: 'text',
};

export function isNumber({ kind }: StoreField): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'float';
}
