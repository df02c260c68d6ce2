import type { TimeRange } from '../../../query/time';
import type { ShownWindows } from '../../resources';

/** A window as a bar, in shares of the picture's width. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

export interface PictureLayout {
  readonly baseline: readonly Bar[];
  readonly current: readonly Bar[];
  readonly from: number;
  readonly to: number;
}

/** Narrower bars could not be seen. */
const NARROWEST = 0.004;

/** Bars of both sides on one axis of time; null where a side is not bounded in time. */
export function pictureLayout({ baseline, current }: ShownWindows): PictureLayout | null {
  const all = [...baseline, ...current];
  const ranges = all.filter((window): window is TimeRange => window !== null);
  if (ranges.length < all.length || ranges.length === 0) {
    return null;
  }
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  const length = Math.max(1, to - from);
  const bar = (range: TimeRange): Bar => {
    const width = Math.max(NARROWEST, (range.to - range.from) / length);
    return { left: Math.min((range.from - from) / length, 1 - width), width };
  };
  const bars = (windows: ShownWindows['current']) =>
    windows.flatMap((window) => (window === null ? [] : [bar(window)]));
  return { baseline: bars(baseline), current: bars(current), from, to };
}
