import type { Histogram } from './Distribution';
import { areNeighbours } from './nextDouble';

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
  const { counts, bins, closed, guarantee } = histogram;
  const hasInfinite = counts.positiveInfinity > 0 || counts.negativeInfinity > 0;
  if (guarantee !== 'exact' || closed !== 'left' || hasInfinite) {
    return null;
  }
  const values: number[] = [];
  const occurrences: number[] = [];
  for (let bin = 0; bin < bins.length; bin++) {
    if (bins[bin] > 0) {
      const point = pointOf(histogram, bin);
      if (point === null) {
        return null;
      }
      values.push(point);
      occurrences.push(bins[bin]);
    }
  }
  return { values, counts: occurrences };
}

/** The one number that a bucket can hold, within the smallest and the largest value; null where it can hold others. */
function pointOf({ edges, minimum = -Infinity, maximum = Infinity }: Histogram, bin: number): number | null {
  const from = Math.max(edges[bin], minimum);
  return from === maximum || areNeighbours(from, edges[bin + 1]) ? from : null;
}
