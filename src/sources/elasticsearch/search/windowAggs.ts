import type { TimeRange } from '../../../query/time';
import type { StoreField } from '../fields/StoreField';

export const MOST_SEGMENTS = 500;
/** What documents without a value are called, as in files. */
export const NO_VALUE = '(missing)';

type Aggs = Readonly<Record<string, unknown>>;

/** Where the counts of a search are that has a single window, and no segments. */
export const EVERYTHING = 'everything';

/** Aggregations in each segment, in each window; `segmentBuckets` reads the answer. */
export function windowAggs(
  counts: Aggs,
  segments: readonly StoreField[],
  windows: ReadonlyArray<TimeRange | null>,
  timeField: string | undefined
): Aggs {
  const bySegment = segments.reduceRight<Aggs>(
    (aggs, field) => ({ segments: { terms: segmentTerms(field), aggs } }),
    counts
  );
  if (windows.length === 1) {
    // Never at the top: there OpenSearch (2.19 and later) counts ranges by its index of points, and compares all fields of
    // a search in as many bytes as the last one has, so that values of doubles fall into the wrong ranges beside a float.
    return segments.length > 0 ? bySegment : { [EVERYTHING]: { filter: { match_all: {} }, aggs: counts } };
  }
  const ranges = windows.map((window, i) => ({ key: String(i), from: String(window?.from), to: String(window?.to) }));
  return { windows: { date_range: { field: timeField, format: 'epoch_millis', ranges }, aggs: bySegment } };
}

/** One more than may be, to see that there are too many. */
function segmentTerms({ counted, kind }: StoreField): Aggs {
  return { field: counted, size: MOST_SEGMENTS + 1, ...(kind === 'keyword' && { missing: NO_VALUE }) };
}
