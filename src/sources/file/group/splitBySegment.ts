import { plainText } from '../../../distribution/cell/plainText';
import type { TextColumn } from '../columns/Column';
import { badRequest } from '../fileError';

export const NO_VALUE = '(missing)';
const MOST_SEGMENTS = 500;

export interface SegmentRows {
  readonly segment: Readonly<Record<string, string>>;
  readonly rows: Int32Array;
}

export interface SegmentColumn {
  readonly name: string;
  readonly column: TextColumn;
}

/** The rows of each segment: of each combination of the columns' values that occurs. Throws a SourceError for too many. */
export function splitBySegment(rows: Int32Array, columns: readonly SegmentColumn[]): SegmentRows[] {
  if (columns.length === 0) {
    return rows.length === 0 ? [] : [{ segment: {}, rows }];
  }
  let groups = new Map<string, SegmentRows>([['', { segment: {}, rows }]]);
  for (const column of columns) {
    const finer = new Map<string, SegmentRows>();
    for (const [key, group] of groups) {
      split(group, column).forEach((part, value) => finer.set(`${key}\0${value}`, part));
    }
    if (finer.size > MOST_SEGMENTS) {
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      throw badRequest(`There are more than ${MOST_SEGMENTS} segments by ${names}: choose columns with fewer values.`);
    }
    groups = finer;
  }
  return [...groups.values()];
}

function split({ segment, rows }: SegmentRows, { name, column }: SegmentColumn): Map<string, SegmentRows> {
  const { codes, dictionary } = inOneSpelling(column);
  const sizes = new Int32Array(dictionary.length + 1);
  for (let i = 0; i < rows.length; i++) {
    sizes[codes[rows[i]] + 1]++;
  }
  const parts = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]] + 1;
    parts[code][sizes[code]++] = rows[i];
  }
  const found = new Map<string, SegmentRows>();
  parts.forEach((part, code) => {
    if (part.length > 0) {
      const value = code === 0 ? NO_VALUE : dictionary[code - 1];
      found.set(value, { segment: { ...segment, [name]: value }, rows: part });
    }
  });
  return found;
}

/** The column with values that are one by `plainText` under the first of them: 2.0 and 2. */
function inOneSpelling(column: TextColumn): TextColumn {
  const first = new Map<string, number>();
  const codeOf = Int32Array.from(column.dictionary, (text, code) => {
    const plain = plainText(text);
    const known = first.get(plain) ?? code;
    first.set(plain, known);
    return known;
  });
  return first.size === column.dictionary.length
    ? column
    : { ...column, codes: column.codes.map((code) => (code < 0 ? code : codeOf[code])) };
}
