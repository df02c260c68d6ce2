import type { ChangeTrack } from '../../../frames/change/readChangeSeries';

/** A series and its level, ready to be drawn: SVG paths in pixels. */
export interface ChangeShape {
  readonly values: string;
  readonly level: string;
  /** Where changes began, or lasted: from and to, in pixels. */
  readonly changes: ReadonlyArray<{
    readonly kind: 'abrupt' | 'gradual';
    readonly x: number;
    readonly from: number;
    readonly to: number;
  }>;
}

const PADDING = 3;

/** The time that is drawn: from the first window's start to the last one's end. */
export function timeSpan(tracks: ReadonlyArray<Pick<ChangeTrack, 'times'>>): {
  readonly from: number;
  readonly to: number;
} {
  const times = tracks.flatMap((track) => [track.times[0], endOf(track.times)]).filter((time) => Number.isFinite(time));
  return { from: Math.min(...times), to: Math.max(...times) };
}

function endOf(times: readonly number[]): number {
  const last = times.length - 1;
  return last < 1 ? (times[last] ?? NaN) : 2 * times[last] - times[last - 1];
}

/** Each series on an axis of its own, from its least to its largest value; a level changes where its change begins. */
export function changeShape(
  { times, values, levels, meta }: Pick<ChangeTrack, 'times' | 'values' | 'levels' | 'meta'>,
  span: { readonly from: number; readonly to: number },
  width: number,
  height: number
): ChangeShape {
  const known = [...values, ...levels].filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (time: number) => round(((time - span.from) / Math.max(1, span.to - span.from)) * width);
  const y = (value: number) =>
    round(high > low ? PADDING + ((high - value) / (high - low)) * (height - 2 * PADDING) : height / 2);
  const step = times.length > 1 ? times[1] - times[0] : 0;
  const path = (points: ReadonlyArray<number | null>, at: (time: number) => number) => {
    let isOpen = false;
    return points.reduce<string>((drawn, value, index) => {
      const next = value === null ? '' : `${isOpen ? 'L' : 'M'}${x(at(times[index]))} ${y(value)}`;
      isOpen = value !== null;
      return drawn + next;
    }, '');
  };
  const abrupt = new Set(meta.changes.flatMap(({ kind, time }) => (kind === 'abrupt' ? [time] : [])));
  let open = false;
  let level = '';
  levels.forEach((value, index) => {
    if (value !== null) {
      const start = x(times[index]);
      level += !open
        ? `M${start} ${y(value)}`
        : abrupt.has(times[index])
          ? `H${start}V${y(value)}`
          : `L${start} ${y(value)}`;
      level += `H${x(times[index] + step)}`;
    }
    open = value !== null;
  });
  return {
    values: path(values, (time) => time + step / 2),
    level,
    changes: meta.changes.map(({ kind, time, until, earliest, latest }) => ({
      kind,
      x: x(time),
      from: x(kind === 'gradual' ? time : (earliest ?? time)),
      to: x(kind === 'gradual' ? until : (latest ?? time)),
    })),
  };
}

function round(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
