import type { Samples } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { occurrencesOf } from '../../distribution/occurrences';
import { shareInClusters } from '../../statistics/quality/shareInClusters';
import type { JudgedValue } from '../effect/valueFindings';

/**
 * p of a value that grew where all rows of a slice may share what they read: its share with the slices as clusters. A filler
 * comes in all hours, a reading of the weather in a few. 1 where it doesn't come in twice as many slices as each of the values
 * next to it (`others`), or there are too few slices to tell.
 */
export function pOfSlices(
  { value, baselineShare }: JudgedValue,
  slices: readonly Samples[],
  others: readonly number[]
): number {
  const slicesWith = (one: number) => slices.filter((slice) => occurrencesOf(slice, one).low > 0).length;
  if (slicesWith(value) < 2 * Math.max(1, ...others.map(slicesWith))) {
    return 1;
  }
  const counts = slices.map((slice) => ({ count: occurrencesOf(slice, value).low, rows: numberOfValues(slice) }));
  return shareInClusters(counts, baselineShare) ?? 1;
}
