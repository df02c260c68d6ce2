import { isAdditive, type Measure } from '../../query/measure';
import type { TimeRange } from '../../query/time';
import type { MeasureSet } from '../../sources/Measures';
import type { Segment } from '../cells';
import type { AskedMeasures } from './callsOf';

/** Values by measure, window and segment. */
export class VolumeValues {
  private readonly byKey = new Map<string, number>();
  private readonly found = new Map<string, Segment>();

  constructor(
    { values }: MeasureSet,
    private readonly windows: readonly TimeRange[],
    /** Of the first and the last row of a place whose rows are aggregated; null where that is not known. */
    private readonly bounds: TimeRange | null,
    private readonly asked: AskedMeasures
  ) {
    for (const { measure, window, segment, value } of values) {
      const key = segmentKey(segment);
      this.found.set(key, segment);
      this.byKey.set(`${measure}\0${window}\0${key}`, value);
    }
  }

  /** Whether any row was counted in some of the windows, as far as the measures tell. */
  holdsAny(windows: readonly number[]): boolean {
    const isAsked = new Set(windows.map(String));
    return [...this.byKey].some(([key, value]) => value !== 0 && isAsked.has(key.split('\0')[1]));
  }

  /** All that occur in any window, in order. Without segments there is one that names nothing. */
  get segments(): Segment[] {
    const segments = [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, segment]) => segment);
    return segments.length === 0 ? [{}] : segments;
  }

  /**
   * Null where there are no data. No rows are 0 rows, and their sum is 0, from the first row of all on; a window that
   * begins before it holds a part of its rows at most, and is no measure of the others. Behind the last row there are none
   * to expect: a past window there has no data, and is not 0.
   */
  at(measure: Measure, window: number, segment: Segment, isPast = false): number | null {
    const value = this.plainly(measure, window, segment);
    const calls =
      measure.aggregate === 'count' && measure.of !== undefined ? this.callsOf(measure, window, segment) : null;
    if (calls !== null) {
      return calls > 0 ? (value ?? 0) / calls : null;
    }
    const isOfRows = measure.aggregate === 'count' || measure.aggregate === 'sum';
    // A place that knows that it can't tell a number says so: nothing is no 0 then.
    if (Number.isNaN(value)) {
      return null;
    }
    if (!isOfRows || this.bounds === null) {
      return value;
    }
    const { from } = this.windows[window];
    return from < this.bounds.from || (isPast && from > this.bounds.to) ? null : (value ?? 0);
  }

  /** The number of calls that a measure is of; null where nobody says it. */
  callsOf({ name }: Measure, window: number, segment: Segment): number | null {
    const calls = this.asked.all.find((one) => one.name === this.asked.callsBy.get(name));
    return calls === undefined
      ? null
      : (this.plainly(calls, window, segment) ?? (calls.aggregate === 'count' ? 0 : null));
  }

  private plainly({ name }: Measure, window: number, segment: Segment): number | null {
    return this.byKey.get(`${name}\0${window}\0${segmentKey(segment)}`) ?? null;
  }

  /** A past value for a window of another length, such as a day on which the clocks change: counts and sums grow with it. */
  scaled(measure: Measure, window: number, like: TimeRange, segment: Segment): number | null {
    const value = this.at(measure, window, segment, true);
    const { from, to } = this.windows[window];
    return value === null || !isAdditive(measure) ? value : (value * (like.to - like.from)) / (to - from);
  }
}

function segmentKey(segment: Segment): string {
  return JSON.stringify(Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1)));
}
