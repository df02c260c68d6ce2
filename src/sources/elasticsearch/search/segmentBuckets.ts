import { SourceError } from '../../SourceError';
import { below, type Bucket, bucketsOf, numberOf, type SearchAnswer } from '../client/SearchAnswer';
import { nameOf } from '../fields/nameOf';
import type { StoreField } from '../fields/StoreField';
import { EVERYTHING, MOST_SEGMENTS, NO_VALUE, SEGMENTS, UNSEGMENTED } from './windowAggs';

export interface SegmentBucket {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly bucket: Bucket;
}

export interface SegmentedAnswer {
  /** The documents of each segment in each window; those that are empty are left out. */
  readonly buckets: readonly SegmentBucket[];
  /** Documents carry a `_doc_count`: buckets count what they stand for, totals and numbers of values the documents. */
  readonly isWeighted: boolean;
  /** Fields of segments of which a document holds several values, so that it counts in several segments. */
  readonly several: ReadonlySet<string>;
}

/** Throws a SourceError where there are too many segments. */
export function segmentBuckets(
  { total, aggregations }: SearchAnswer,
  windows: readonly number[],
  segments: readonly StoreField[],
  place: string
): SegmentedAnswer {
  const everything = below(aggregations, EVERYTHING);
  const counted = numberOf(everything, 'doc_count') ?? total;
  const perWindow: SegmentBucket[] =
    windows.length === 1
      ? [{ window: windows[0], segment: {}, bucket: { ...everything, doc_count: counted } }]
      : bucketsOf(aggregations, 'windows').map((bucket) => ({
          window: windows[Number(bucket.key)],
          segment: {},
          bucket,
        }));
  const several = new Set<string>();
  const found = segments.reduce((all, field) => all.flatMap((one) => split(one, field, place, several)), perWindow);
  return { buckets: found.filter(({ bucket }) => bucket.doc_count > 0), isWeighted: counted > total, several };
}

function split(
  { window, segment, bucket }: SegmentBucket,
  field: StoreField,
  place: string,
  several: Set<string>
): SegmentBucket[] {
  const { name } = field;
  const buckets = bucketsOf(bucket, SEGMENTS);
  const others = numberOf(below(bucket, SEGMENTS), 'sum_other_doc_count') ?? 0;
  if (buckets.length > MOST_SEGMENTS || others > 0) {
    throw new SourceError(
      `${place} has more than ${MOST_SEGMENTS} segments by "${name}": choose a field with fewer values.`,
      { status: 400, side: 'downstream' }
    );
  }
  const without = { doc_count: 0, ...below(bucket, UNSEGMENTED) };
  const parts = [...buckets.map((part) => ({ value: nameOf(part, field), part })), { value: NO_VALUE, part: without }];
  if (parts.reduce((sum, { part }) => sum + part.doc_count, 0) > bucket.doc_count) {
    several.add(name);
  }
  return parts.map(({ value, part }) => ({ window, segment: { ...segment, [name]: value }, bucket: part }));
}
