import type { Precision } from './precision';

/** What the store can count of a field. */
export type FieldKind = 'integer' | 'decimal' | 'keyword' | 'boolean' | 'time' | 'text' | 'summary' | 'other';

/** A field of an index or a pattern, as its mappings say. */
export interface StoreField {
  readonly name: string;
  readonly kind: FieldKind;
  /** The field that it is an alias of, under whose name documents write it. */
  readonly stored?: string;
  /** What is counted: the field itself, or the keyword field below a text. */
  readonly counted: string;
  /** Other keyword fields below the text, which could have been counted. */
  readonly besides?: readonly string[];
  /** Counted are the seconds from the time in this field to the time in `counted`. */
  readonly since?: string;
  /** The mapping's own word: "scaled_float". */
  readonly mapped: string;
  readonly precision: Precision;
  /** Indices hold it in different precisions, so that counts between edges are approximate. */
  readonly coarse: boolean;
  /** The path of the nested objects that hold it; undefined where the documents themselves do. */
  readonly nested?: string;
  /** Indices of the pattern that lack it. */
  readonly absentIn: readonly string[];
}

interface Mapped {
  readonly kind: FieldKind;
  readonly precision?: Precision;
  /** Fields of different families can't be counted as one: each is stored in its own way. */
  readonly family?: string;
}

export const MAPPED: Readonly<Record<string, Mapped>> = {
  long: { kind: 'integer' },
  integer: { kind: 'integer' },
  short: { kind: 'integer' },
  byte: { kind: 'integer' },
  unsigned_long: { kind: 'integer', family: 'unsigned_long' },
  double: { kind: 'decimal' },
  scaled_float: { kind: 'decimal', precision: 'scaled' },
  float: { kind: 'decimal', precision: 'single' },
  half_float: { kind: 'decimal', precision: 'half' },
  keyword: { kind: 'keyword' },
  constant_keyword: { kind: 'keyword' },
  wildcard: { kind: 'keyword' },
  ip: { kind: 'keyword', family: 'ip' },
  version: { kind: 'keyword', family: 'version' },
  boolean: { kind: 'boolean' },
  date: { kind: 'time' },
  date_nanos: { kind: 'time' },
  text: { kind: 'text' },
  match_only_text: { kind: 'text' },
  histogram: { kind: 'summary', family: 'histogram' },
  aggregate_metric_double: { kind: 'summary', family: 'aggregate_metric_double' },
};

export function kindOf(mapped: string): FieldKind | undefined {
  return Object.hasOwn(MAPPED, mapped) ? MAPPED[mapped].kind : undefined;
}

export function familyOf({ mapped, kind }: StoreField): string {
  const number = kind === 'integer' || kind === 'decimal' ? 'number' : kind;
  return MAPPED[mapped]?.family ?? number;
}

/** A number a value. */
export function isNumber({ kind }: StoreField): boolean {
  return kind === 'integer' || kind === 'decimal';
}

/** A keyword, or a text by its keyword field: not an address or a version. */
export function isText(field: StoreField): boolean {
  return field.kind === 'keyword' && (field.counted !== field.name || familyOf(field) === 'keyword');
}
