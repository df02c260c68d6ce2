import { BadQuery } from '../../query/BadQuery';
import { parseDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import type { VolumeQuery } from '../../query/volumeQuery';
import { seasonalWindows } from '../seasonalWindows';
import { moveBack } from '../windows/cutWindows';

export interface PastWindows {
  /** Current and past windows, each once, by time. */
  readonly all: readonly TimeRange[];
  /** For each current window its index in `all`, and those of the windows that it is compared with. */
  readonly of: ReadonlyArray<{
    readonly window: TimeRange;
    readonly current: number;
    readonly past: readonly number[];
  }>;
  /** In words, such as "the same time 7d earlier". */
  readonly description: string;
}

/** The windows that each current one is compared with. Throws a BadQuery where there are none. */
export function pastWindows(
  { baseline, timezone }: Pick<VolumeQuery, 'baseline' | 'timezone'>,
  windows: ReadonlyArray<TimeRange | null>,
  now: number
): PastWindows {
  const current = windows.map((window) => {
    if (window === null) {
      throw new BadQuery(
        'A query of the kind "volume" needs a time range: numbers of a window are compared with those of past ones.'
      );
    }
    return window;
  });
  const { parts, description } =
    baseline.kind === 'previous'
      ? previous(current, baseline.offset, timezone)
      : seasonal(current, { baseline, timezone }, now);
  const past = parts.of.map((indices) => indices.map((index) => parts.windows[index]));
  const all = unique([...current, ...past.flat()]);
  const index = new Map(all.map((window, i) => [keyOf(window), i]));
  const at = (window: TimeRange) => index.get(keyOf(window)) ?? -1;
  return { all, description, of: current.map((window, i) => ({ window, current: at(window), past: past[i].map(at) })) };
}

function previous(windows: readonly TimeRange[], offset: string, timezone: string) {
  const length = parseDuration(offset);
  const moved = windows.map(({ from, to }) => ({
    from: moveBack(from, length, timezone),
    to: moveBack(to, length, timezone),
  }));
  return {
    parts: { windows: moved, of: moved.map((_, index) => [index]) },
    description: `the same time ${offset} earlier`,
  };
}

function seasonal(
  windows: readonly TimeRange[],
  { baseline, timezone }: { baseline: Extract<VolumeQuery['baseline'], { kind: 'seasonal' }>; timezone: string },
  now: number
) {
  const { parts } = seasonalWindows(baseline, windows, timezone, now);
  const { count, period } = baseline;
  const which =
    count === 1 ? `the period of ${period} before` : `the ${count} periods of ${period} before, their median`;
  return { parts, description: `the same time in ${which}` };
}

function unique(windows: readonly TimeRange[]): TimeRange[] {
  return [...new Map(windows.map((window) => [keyOf(window), window])).values()].sort(
    (a, b) => a.from - b.from || a.to - b.to
  );
}

function keyOf({ from, to }: TimeRange): string {
  return `${from} ${to}`;
}
