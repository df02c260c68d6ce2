import { SourceError } from '../../SourceError';
import {
  type Aggregation,
  below,
  type Bucket,
  bucketsOf,
  keyOf,
  numberOf,
  type SearchAnswer,
} from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { EVERYTHING, MOST_SEGMENTS } from './windowAggs';

export interface SegmentBucket {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly bucket: Bucket;
}

/** The documents of each segment in each window; those that are empty are left out. Throws where there are too many. */
export function segmentBuckets(
  { total, aggregations }: SearchAnswer,
  windows: readonly number[],
  segments: readonly StoreField[],
  place: string
): SegmentBucket[] {
  const perWindow: SegmentBucket[] =
    windows.length === 1
      ? [{ window: windows[0], segment: {}, bucket: { ...countsIn(aggregations, segments), doc_count: total } }]
      : bucketsOf(aggregations, 'windows').map((bucket) => ({
          window: windows[Number(bucket.key)],
          segment: {},
          bucket,
        }));
  const found = segments.reduce((all, field) => all.flatMap((one) => split(one, field, place)), perWindow);
  return found.filter(({ bucket }) => bucket.doc_count > 0);
}

function countsIn(aggregations: Aggregation, segments: readonly StoreField[]): Aggregation {
  return segments.length > 0 ? aggregations : below(aggregations, EVERYTHING);
}

function split({ window, segment, bucket }: SegmentBucket, { name }: StoreField, place: string): SegmentBucket[] {
  const buckets = bucketsOf(bucket, 'segments');
  const others = numberOf(below(bucket, 'segments'), 'sum_other_doc_count') ?? 0;
  if (buckets.length > MOST_SEGMENTS || others > 0) {
    throw new SourceError(
      `${place} has more than ${MOST_SEGMENTS} segments by "${name}": choose a field with fewer values.`,
      { status: 400, side: 'downstream' }
    );
  }
  return buckets.map((part) => ({ window, segment: { ...segment, [name]: keyOf(part) }, bucket: part }));
}
