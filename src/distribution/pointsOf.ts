import type { Histogram } from './Distribution';
import { areNeighbors } from './nextDouble';

/** Different values, ascending, and how often each occurs. */
export interface Points {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/**
 * The values themselves, where every bucket that holds any is a single number: then nothing is lost by counting, ties
 * neither. Null where a bucket is wider, where counts are not exact, or where there are infinite values.
 */
export function pointsOf(histogram: Histogram): Points | null {
  const { bins } = histogram;
  if (!countsValues(histogram)) {
    return null;
  }
  const values: number[] = [];
  const occurrences: number[] = [];
  for (let bin = 0; bin < bins.length; bin++) {
    if (bins[bin] > 0) {
      const point = numberIn(histogram, bin);
      if (point === null) {
        return null;
      }
      values.push(point);
      occurrences.push(bins[bin]);
    }
  }
  return { values, counts: occurrences };
}

/** Whether a bucket can tell which number it holds: counts are exact, closed on the left, and of finite values. */
export function countsValues({ counts, closed, guarantee }: Histogram): boolean {
  const hasInfinite = counts.positiveInfinity > 0 || counts.negativeInfinity > 0;
  return guarantee === 'exact' && closed === 'left' && !hasInfinite;
}

/** The one number that a bucket can hold, within the smallest and the largest value; null where it can hold others. */
export function numberIn({ edges, minimum = -Infinity, maximum = Infinity }: Histogram, bin: number): number | null {
  const from = Math.max(edges[bin], minimum);
  return from === maximum || areNeighbors(from, edges[bin + 1]) ? from : null;
}
