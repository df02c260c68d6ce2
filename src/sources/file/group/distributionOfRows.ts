import type { Categories, Distribution, Samples } from '../../../distribution/Distribution';
import { sampleInPlace } from '../../../distribution/sampleFromValues';
import { textLength } from '../../../distribution/textLength';
import { truthOf } from '../../../distribution/truthOf';
import { countsOf } from '../../../distribution/valueCounts';
import type { FeatureType } from '../../../query/featureType';
import { asNumbers } from '../columns/asNumbers';
import { asText } from '../columns/asText';
import { type Column, MISTYPED, type NumberColumn, PRESENT, type TextColumn } from '../columns/Column';
import { countCodes } from './countCodes';

/** A cell that is text where a number is expected. */
export class TextInNumbers extends Error {
  override name = 'TextInNumbers';
  constructor(
    readonly row: number,
    readonly text: string
  ) {
    super(`"${text}" is not a number`);
  }
}

/** A feature's column, ready to be taken rows from. */
export type FeatureColumn =
  | { readonly type: 'numeric'; readonly column: NumberColumn; readonly source: Column }
  | { readonly type: 'categorical' | 'boolean' | 'text'; readonly column: TextColumn };

export function featureColumn(type: FeatureType, column: Column): FeatureColumn {
  if (type === 'numeric') {
    return { type, column: asNumbers(column), source: column };
  }
  return { type, column: asText(column) ?? { kind: 'text', codes: new Int32Array(), dictionary: [], booleans: false } };
}

export interface TakeOptions {
  /** Count text among numbers instead of throwing. */
  readonly tolerant?: boolean;
  /** The column of numbers is needed for nothing else, and may be overwritten. */
  readonly inPlace?: boolean;
}

/** The distribution of a feature in some rows, in ascending order. Throws TextInNumbers, but where text is to be counted. */
export function distributionOfRows(feature: FeatureColumn, rows: Int32Array, options: TakeOptions = {}): Distribution {
  const distribution = undeclared(feature, rows, options);
  const { declared } = feature.type === 'numeric' ? feature.source : feature.column;
  return declared === undefined ? distribution : { ...distribution, declared };
}

function undeclared(feature: FeatureColumn, rows: Int32Array, options: TakeOptions): Samples | Categories {
  switch (feature.type) {
    case 'numeric':
      return numbersOf(feature.column, feature.source, rows, options);
    case 'text':
      return lengthsOf(feature.column, rows);
    default:
      return categoriesOf(feature.column, rows, feature.type === 'boolean');
  }
}

function numbersOf(
  { values, states }: NumberColumn,
  source: Column,
  rows: Int32Array,
  { tolerant = false, inPlace = false }: TakeOptions
): Samples {
  // A few rows would hold on to the memory of all.
  const taken = inPlace && rows.length > values.length / 2 ? values : new Float64Array(rows.length);
  let size = 0;
  let mistyped = 0;
  let text: string | undefined;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (states === null || states[row] === PRESENT) {
      taken[size++] = values[row];
    } else if (states[row] === MISTYPED) {
      if (!tolerant) {
        throw new TextInNumbers(row, textAt(source, row) ?? 'text');
      }
      text ??= textAt(source, row);
      mistyped++;
    }
  }
  const missing = rows.length - size - mistyped;
  const sample = sampleInPlace(size === taken.length ? taken : taken.subarray(0, size), missing);
  return mistyped === 0 ? sample : { ...sample, counts: { ...sample.counts, total: rows.length, mistyped }, text };
}

/** Of a column of numbers that was read from text only the first cell that is none is known. */
function textAt(source: Column, row: number): string | undefined {
  if (source.kind === 'text') {
    return source.dictionary[source.codes[row]];
  }
  return source.mistyped?.row === row ? source.mistyped.text : undefined;
}

function categoriesOf({ codes, dictionary }: TextColumn, rows: Int32Array, isBoolean: boolean): Categories {
  const sizes = countCodes(codes, rows, dictionary.length);
  const byCategory = new Map<string, number>();
  let nan = 0;
  dictionary.forEach((text, code) => {
    const count = sizes[code + 1];
    if (text === 'NaN') {
      nan += count;
    } else if (count > 0) {
      const category = isBoolean ? truthOf(text) : text;
      byCategory.set(category, (byCategory.get(category) ?? 0) + count);
    }
  });
  return {
    kind: 'categories',
    counts: countsOf(rows.length, { missing: sizes[0], nan }),
    byCategory,
    rest: 0,
    guarantee: 'exact',
  };
}

/** Text is judged by the length of its values, in characters. */
function lengthsOf({ codes, dictionary }: TextColumn, rows: Int32Array): Samples {
  const lengths = Float64Array.from(dictionary, textLength);
  const taken = new Float64Array(rows.length);
  let size = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    if (code >= 0) {
      taken[size++] = lengths[code];
    }
  }
  return sampleInPlace(taken.subarray(0, size), rows.length - size);
}
