import type { WindowParts } from '../baseline/mergeWindows';
import { BadQuery } from '../query/BadQuery';
import type { Baseline } from '../query/baseline';
import { parseDuration } from '../query/duration';
import type { TimeRange } from '../query/time';
import { readStretch } from './exclusions/readStretch';
import { moveBack } from './windows/cutWindows';

type SeasonalBaseline = Extract<Baseline, { kind: 'seasonal' }>;

interface SeasonalWindows {
  readonly windows: readonly TimeRange[];
  readonly windowOf: readonly number[];
  readonly parts: WindowParts;
  readonly description: string;
}

/**
 * For each current window those that lie whole periods before it, on the time zone's clock: the same hour stays the same
 * hour when daylight saving begins. Throws a BadQuery where none is left, or where they would overlap the current window.
 */
export function seasonalWindows(
  { period, count, exclude }: SeasonalBaseline,
  current: ReadonlyArray<TimeRange | null>,
  timezone: string,
  now: number
): SeasonalWindows {
  const length = parseDuration(period);
  // Calendars and tags are written out as stretches before: `withExclusions`.
  const excluded = exclude.flatMap(({ from, to }) =>
    from === undefined || to === undefined ? [] : [readStretch({ from, to }, now)]
  );
  const all = new Map<string, { range: TimeRange; index: number }>();
  const of = current.map((window) => {
    if (window === null) {
      throw new BadQuery('A baseline of the kind "seasonal" needs a time range for the current window.');
    }
    if (window.to - window.from > length) {
      throw new BadQuery(`A seasonal baseline of ${period} needs windows no longer than that: choose a longer period.`);
    }
    const past = Array.from({ length: count }, (_, back) => ({
      from: moveBack(window.from, (back + 1) * length, timezone),
      to: moveBack(window.to, (back + 1) * length, timezone),
    })).filter((range) => !excluded.some(({ from, to }) => range.from < to && from < range.to));
    if (past.length === 0) {
      throw new BadQuery('"baseline.exclude" leaves no past window over: exclude less, or take more periods.');
    }
    return past.map((range) => {
      const key = `${range.from} ${range.to}`;
      const known = all.get(key) ?? { range, index: all.size };
      all.set(key, known);
      return known.index;
    });
  });
  const windows = [...all.values()].map(({ range }) => range);
  return {
    // What stands for a window in messages: from its earliest part to its latest.
    windows: of.map((indices) => ({
      from: Math.min(...indices.map((index) => windows[index].from)),
      to: Math.max(...indices.map((index) => windows[index].to)),
    })),
    windowOf: of.map((_, index) => index),
    parts: { windows, of },
    description: `the same time in the ${count === 1 ? '' : `${count} `}periods of ${period} before, taken together`,
  };
}
