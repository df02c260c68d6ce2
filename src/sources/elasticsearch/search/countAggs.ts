import type { TimeRange } from '../../../query/time';
import { askedEdge } from '../edges/askedEdge';
import { storedAs } from '../fields/precision';
import type { StoreField } from '../fields/StoreField';
import type { Column } from './Column';
import { missingAgg, nestedAggs } from './nestedAggs';
import { valueOf } from './valueOf';
import { windowAggs } from './windowAggs';

/** The most frequent categories that are listed; the others are counted together. */
export const MOST_CATEGORIES = 500;

type Aggs = Record<string, unknown>;

/** What a search counts: each column, in each segment, in each window. */
export function countAggs(
  columns: readonly Column[],
  segments: readonly StoreField[],
  windows: ReadonlyArray<TimeRange | null>,
  timeField: string | undefined
): Aggs {
  const counts = Object.assign({}, ...columns.map(columnAggs)) as Aggs;
  return windowAggs(counts, segments, windows, timeField);
}

function columnAggs({ field, counting }: Column, at: number): Aggs {
  const own = valueOf(field);
  const missing = {
    // A value that was malformed or too long is not stored, but the store remembers that there was one.
    [`missing${at}`]: { ...missingAgg(field), aggs: { ignored: { filter: ignoredFilter(field) } } },
  };
  if (counting.kind === 'edges') {
    const ranges = askedRanges(counting.edges ?? new Float64Array(), field).map(({ from, to }) => ({
      ...(from > -Infinity && { from }),
      ...(to < Infinity && { to }),
    }));
    const counts = { [`range${at}`]: { range: { ...own, ranges } }, [`stats${at}`]: { extended_stats: own } };
    return { ...missing, ...nestedAggs(field, `nested${at}`, counts) };
  }
  const { only, most = MOST_CATEGORIES } = counting;
  const include = only?.flatMap((category) => includedFor(category, field));
  const size = include === undefined ? most : Math.max(1, include.length);
  const counts = {
    [`terms${at}`]: { terms: { ...own, size, ...(include && { include }) } },
    [`size${at}`]: { value_count: own },
  };
  return { ...missing, ...nestedAggs(field, `nested${at}`, counts) };
}

/** Values by which a category is asked for, as texts, which are not rounded. Doubles hold two zeros. */
function includedFor(category: string, { kind, precision }: StoreField): string[] {
  if (kind !== 'decimal') {
    return [category];
  }
  const number = Number(category);
  return number === 0 ? ['0.0', '-0.0'] : storedAs(number, precision).map(String);
}

/**
 * Documents that hold something in the field that is not stored. OpenSearch doesn't remember what was too long for a
 * keyword: there a text that is indexed beside it tells.
 */
export function ignoredFilter({ name, stored = name, counted, kind }: StoreField): Aggs {
  const known = { term: { _ignored: counted === name ? stored : counted } };
  return kind === 'keyword' && counted !== name
    ? { bool: { should: [known, { exists: { field: name } }], minimum_should_match: 1 } }
    : known;
}

/** The buckets that are asked for, and which of the histogram's bins each is: those that can hold nothing are left out. */
export function askedRanges(edges: Float64Array, field: StoreField): Array<{ bin: number; from: number; to: number }> {
  const ranges: Array<{ bin: number; from: number; to: number }> = [];
  for (let bin = 0; bin + 1 < edges.length; bin++) {
    const [from, to] = [askedEdge(edges[bin], field), askedEdge(edges[bin + 1], field)];
    if (from < to) {
      ranges.push({ bin, from, to });
    }
  }
  return ranges;
}
