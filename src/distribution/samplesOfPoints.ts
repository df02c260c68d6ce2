import type { Histogram, Samples } from './Distribution';
import { areNeighbours } from './nextDouble';

/**
 * The values themselves, where every bucket that holds any is a single number: then nothing is lost by counting, ties
 * neither. Null where a bucket is wider, where counts are not exact, or where there are more values than `most`.
 */
export function samplesOfPoints(histogram: Histogram, most: number): Samples | null {
  const { counts, bins, closed, guarantee } = histogram;
  const size = bins.reduce((sum, count) => sum + count, 0);
  const hasInfinite = counts.positiveInfinity > 0 || counts.negativeInfinity > 0;
  if (guarantee !== 'exact' || closed !== 'left' || size > most || hasInfinite) {
    return null;
  }
  const sorted = new Float64Array(size);
  let at = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    if (bins[bin] > 0) {
      const point = pointOf(histogram, bin);
      if (point === null) {
        return null;
      }
      sorted.fill(point, at, at + bins[bin]);
      at += bins[bin];
    }
  }
  return { kind: 'samples', counts, sorted };
}

/** The one number that a bucket can hold, within the smallest and the largest value; null where it can hold others. */
function pointOf({ edges, minimum = -Infinity, maximum = Infinity }: Histogram, bin: number): number | null {
  const from = Math.max(edges[bin], minimum);
  return from === maximum || areNeighbours(from, edges[bin + 1]) ? from : null;
}
