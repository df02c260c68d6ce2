import type { Histogram, Samples } from './Distribution';
import { countsValues, pointsOf } from './pointsOf';

/** The values one by one, where `pointsOf` knows them. Null where it doesn't, or where there are more than `most`. */
export function samplesOfPoints(histogram: Histogram, most: number): Samples | null {
  if (!countsValues(histogram)) {
    return null;
  }
  const size = histogram.bins.reduce((sum, count) => sum + count, 0);
  const points = size > most ? null : pointsOf(histogram);
  if (points === null) {
    return null;
  }
  const sorted = new Float64Array(size);
  let at = 0;
  points.values.forEach((value, i) => {
    sorted.fill(value, at, at + points.counts[i]);
    at += points.counts[i];
  });
  return { kind: 'samples', counts: histogram.counts, sorted };
}
