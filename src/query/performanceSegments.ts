import type { PerformanceQuery } from './performanceQuery';

/** The segment of horizons that are derived from times. */
export const HORIZON = 'horizon';

/** The segments of the answer: of two versions that are compared, each has figures of its own. */
export function performanceSegments({
  compare,
  forecast,
  segmentBy,
}: Pick<PerformanceQuery, 'compare' | 'forecast' | 'segmentBy'>): readonly string[] {
  const version = compare !== undefined && 'field' in compare ? compare.field : undefined;
  return [
    ...new Set([...segmentBy, ...[version, forecast?.horizon].filter((name) => name !== undefined)]),
    ...(forecast?.step === undefined ? [] : [HORIZON]),
  ];
}

/** The segment of a horizon: its column, or that which is derived from times; undefined without horizons. */
export function horizonSegment({ forecast }: Pick<PerformanceQuery, 'forecast'>): string | undefined {
  return forecast?.horizon ?? (forecast?.step === undefined ? undefined : HORIZON);
}
