import type { PerformanceQuery } from './performanceQuery';

/** The segments of the answer: of two versions that are compared, each has figures of its own. */
export function performanceSegments({
  compare,
  segmentBy,
}: Pick<PerformanceQuery, 'compare' | 'segmentBy'>): readonly string[] {
  return compare === undefined || !('field' in compare) || segmentBy.includes(compare.field)
    ? segmentBy
    : [...segmentBy, compare.field];
}
