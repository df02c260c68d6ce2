import type { Stretch } from './naturalVariation';

/**
 * The largest score of each block of these windows, over all given series; blocks without any score are left out.
 *
 * @param scores by series, by window; NaN where unknown
 * @param block number of each window's block, ascending
 */
export function blockMaxima(
  scores: readonly Float64Array[],
  block: Int32Array,
  stretches: readonly Stretch[]
): Float64Array {
  const maxima: number[] = [];
  for (const [start, end] of stretches) {
    let [current, largest] = [NaN, -1];
    for (let window = start; window < end; window++) {
      if (block[window] !== current) {
        if (largest >= 0) {
          maxima.push(largest);
        }
        [current, largest] = [block[window], -1];
      }
      for (const score of scores) {
        if (score[window] > largest) {
          largest = score[window];
        }
      }
    }
    if (largest >= 0) {
      maxima.push(largest);
    }
  }
  return Float64Array.from(maxima);
}
