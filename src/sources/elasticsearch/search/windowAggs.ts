import type { TimeRange } from '../../../query/time';
import { isText, type StoreField } from '../fields/StoreField';
import { missingAgg } from './nestedAggs';

export const MOST_SEGMENTS = 500;
/** What documents without a value are called, as in files. */
export const NO_VALUE = '(missing)';

type Aggs = Readonly<Record<string, unknown>>;

/** Where all documents of a search are, whatever their time. */
export const EVERYTHING = 'everything';
/** Documents with a value of the segment's field, by it, and those without. */
export const SEGMENTS = 'segments';
export const UNSEGMENTED = 'unsegmented';

/** Aggregations in each segment, in each window; `segmentBuckets` reads the answer. */
export function windowAggs(
  counts: Aggs,
  segments: readonly StoreField[],
  windows: ReadonlyArray<TimeRange | null>,
  timeField: string | undefined
): Aggs {
  const bySegment = segments.reduceRight<Aggs>((aggs, field) => segmentAggs(field, aggs), counts);
  // Never at the top: there OpenSearch (2.19 and later) counts ranges by its index of points, and compares all fields of
  // a search in as many bytes as the last one has, so that values of doubles fall into the wrong ranges beside a float.
  const everything = { filter: { match_all: {} } };
  if (windows.length === 1) {
    return { [EVERYTHING]: { ...everything, aggs: bySegment } };
  }
  const ranges = windows.map((window, i) => ({ key: String(i), from: String(window?.from), to: String(window?.to) }));
  return {
    [EVERYTHING]: everything,
    windows: { date_range: { field: timeField, format: 'epoch_millis', ranges }, aggs: bySegment },
  };
}

/** By a filter and not by `missing`: a number, an address or a truth value has no value that could stand for none. */
function segmentAggs(field: StoreField, aggs: Aggs): Aggs {
  const holdsText = isText(field);
  // One more than may be, to see that there are too many. An empty text is missing, as in files.
  const terms = { field: field.counted, size: MOST_SEGMENTS + 1, ...(holdsText && { exclude: [''] }) };
  const without = missingAgg(field);
  const empty = { bool: { should: [without.filter, { term: { [field.counted]: '' } }], minimum_should_match: 1 } };
  return {
    [SEGMENTS]: { terms, aggs },
    [UNSEGMENTED]: { filter: holdsText ? empty : without.filter, aggs },
  };
}
