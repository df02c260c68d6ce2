import { medianOf } from '../volume/medianOf';
import { pastSpread } from '../volume/pastSpread';

/** The stretch within which a figure of past windows lay, widened: what lies outside is not what was usual. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** Past windows that it rests on, and those that lie so far from them that they were left out. */
  readonly windows: number;
  readonly aside: number;
}

/** Fewer past windows say nothing of what is usual. */
export const LEAST_WINDOWS = 5;
const WIDENED = 0.5;

/** Of so many past windows one may be a bad one. */
const ONE_BAD = 10;
/** Robust spreads from the median beyond which a window is no usual one. */
const FAR = 5;

/**
 * From the least to the largest of the past figures, each end moved out by half of the stretch, and by `least` at the
 * least: wider than chance alone, since windows of one day differ more than draws from one urn. One window in ten may lie
 * far from the others, by the median absolute deviation, and is left out, so that one bad day does not make every other
 * acceptable; more than that are a pattern, such as Sundays. Null for too few.
 */
export function bandOf(past: ReadonlyArray<number | null>, least = 0): Band | null {
  const all = past.filter((value): value is number => value !== null && Number.isFinite(value));
  if (all.length < LEAST_WINDOWS) {
    return null;
  }
  const known = usualOf(all, least);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const margin = Math.max(least, WIDENED * (high - low));
  return { low: low - margin, high: high + margin, windows: all.length, aside: all.length - known.length };
}

function usualOf(all: readonly number[], least: number): readonly number[] {
  const median = medianOf(all) ?? 0;
  const far = Math.max(least, FAR * (pastSpread(all) ?? 0));
  const usual = all.filter((value) => Math.abs(value - median) <= far);
  return all.length - usual.length <= Math.floor(all.length / ONE_BAD) ? usual : all;
}

export function isOutside(value: number, { low, high }: Band): boolean {
  return value < low || value > high;
}
