import type { Measure } from '../../query/measure';
import type { TimeRange } from '../../query/time';
import type { RequestOptions } from '../../sources/Source';
import type { Segment } from '../cells';
import type { Place } from '../settleFeatures';
import { VolumeValues } from '../volume/VolumeValues';

/** When the newest row of windows was made that is not in the future, in milliseconds, by segment; null where there is none. */
export type Newest = (window: number, segment: Segment) => number | null;

/** Rows whose time has not come yet, and the farthest of them. */
export interface RowsAhead {
  readonly rows: number;
  readonly farthest: number;
}

export interface NewestRows {
  readonly newest: Newest;
  /** Of a window; null where there are none. */
  readonly ahead: (window: number, segment: Segment) => RowsAhead | null;
}

/** Milliseconds by which clocks may differ. */
const CLOCKS = 60_000;
const NEWEST = 'newest';
const ROWS = 'rows';

/**
 * Has the place tell the newest row of each window, or of all where they have no bounds; null where it can't: a counter is
 * there with or without calls. Rows from the future are told apart: they say nothing of when rows stopped to come.
 */
export async function readNewest(
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  segmentBy: readonly string[],
  { now, ...options }: RequestOptions & { readonly now: number }
): Promise<NewestRows | null> {
  const { timeField: field } = selection;
  if (field === undefined || source.holdsRows !== true) {
    return null;
  }
  if (windows.length === 0) {
    return { newest: () => null, ahead: () => null };
  }
  const isCurrent = windows.some((window) => window === null || now - window.to <= window.to - window.from);
  const bounds = isCurrent ? await source.timeBounds(selection, options) : null;
  if (bounds === null && windows.includes(null)) {
    return null;
  }
  const until = (window: TimeRange | null): TimeRange => {
    const { from, to } = window ?? { from: bounds?.from ?? 0, to: now + 1 };
    return { from: Math.min(from, now), to: Math.max(Math.min(from, now) + 1, Math.min(to, now + 1)) };
  };
  const later = bounds !== null && bounds.to > now + CLOCKS ? [{ from: now + CLOCKS, to: bounds.to + 1 }] : [];
  const timed = [...windows.map(until), ...later];
  const measures: Measure[] = [
    { name: NEWEST, aggregate: 'max', field },
    { name: ROWS, aggregate: 'count' },
  ];
  const set = await source.planMeasures({ selection, measures, windows: timed, segmentBy }).execute(options);
  const values = new VolumeValues(set, timed, null, { all: measures, callsBy: new Map() });
  return {
    newest: (window, segment) => values.at(measures[0], window, segment),
    ahead(window, segment) {
      // The latest window stands for what is ahead of it.
      const isLatest = window === windows.length - 1 && later.length > 0;
      const farthest = isLatest ? values.at(measures[0], windows.length, segment) : null;
      return farthest === null ? null : { rows: values.at(measures[1], windows.length, segment) ?? 1, farthest };
    },
  };
}
