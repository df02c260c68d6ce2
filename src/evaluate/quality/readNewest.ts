import type { Measure } from '../../query/measure';
import type { TimeRange } from '../../query/time';
import type { RequestOptions } from '../../sources/Source';
import type { Segment } from '../cells';
import type { Place } from '../settleFeatures';
import { VolumeValues } from '../volume/VolumeValues';

const NEWEST = 'newest';

/** When the newest row of windows was made, in milliseconds, by segment; null where there is none. */
export type Newest = (window: number, segment: Segment) => number | null;

const UNKNOWN: Newest = () => null;

/** Has the place tell the newest row of each window, or of all where they have no bounds; null where it can't: a counter is there with or without calls. */
export async function readNewest(
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  segmentBy: readonly string[],
  options: RequestOptions
): Promise<Newest | null> {
  const { timeField: field } = selection;
  const timed = windows.filter((window) => window !== null);
  if (field === undefined || source.holdsRows !== true) {
    return null;
  }
  if (timed.length < windows.length) {
    const bounds = segmentBy.length === 0 ? await source.timeBounds(selection, options) : null;
    return bounds === null ? null : () => bounds.to;
  }
  if (timed.length === 0) {
    return UNKNOWN;
  }
  const measure: Measure = { name: NEWEST, aggregate: 'max', field };
  const request = { selection, measures: [measure], windows: timed, segmentBy };
  const values = new VolumeValues(await source.planMeasures(request).execute(options), timed, null, {
    all: [],
    callsBy: new Map(),
  });
  return (window, segment) => values.at(measure, window, segment);
}
