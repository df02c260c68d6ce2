/** The stretch within which a figure of past windows lay, widened: what lies outside is not what was usual. */
export interface Band {
  readonly low: number;
  readonly high: number;
  /** Past windows that it rests on. */
  readonly windows: number;
}

/** Fewer past windows say nothing of what is usual. */
export const LEAST_WINDOWS = 5;
const WIDENED = 0.5;

/**
 * From the least to the largest of the past figures, each end moved out by half of the stretch, and by `least` at the
 * least: wider than chance alone, since windows of one day differ more than draws from one urn. Null for too few.
 */
export function bandOf(past: ReadonlyArray<number | null>, least = 0): Band | null {
  const known = past.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length < LEAST_WINDOWS) {
    return null;
  }
  const low = Math.min(...known);
  const high = Math.max(...known);
  const margin = Math.max(least, WIDENED * (high - low));
  return { low: low - margin, high: high + margin, windows: known.length };
}

export function isOutside(value: number, { low, high }: Band): boolean {
  return value < low || value > high;
}
