import type { Samples } from '../../distribution/Distribution';
import type { NoTable } from '../CountTable';
import type { Bins } from './decileBins';

/** A baseline with more distinct values than this is cut into ranges, else every value is a bin. */
const MOST_VALUES = 20;

/**
 * Evidently's bins (0.7.23, `get_binned_data`), so that teams can move over. Where the baseline has more than 20
 * distinct values: ⌈log2 N + 1⌉ bins of equal width over the range of both samples (H. A. Sturges, "The choice of a
 * class interval", JASA 21, 1926), closed on the left, the last on both sides, as `numpy.histogram_bin_edges` makes
 * them. Else one bin for each value of either side. Undefined where the range is infinite.
 */
export function sturgesBins(baseline: Samples, current: Samples): Bins | NoTable {
  const values = distinctUpTo(baseline.sorted, MOST_VALUES);
  if (values !== null) {
    const all = [...new Set([...values, ...current.sorted])].sort((a, b) => a - b);
    return { cuts: all.slice(0, -1), closed: 'right', name: 'values', guarantee: 'exact' };
  }
  const low = Math.min(baseline.sorted[0], current.sorted[0]);
  const high = Math.max(baseline.sorted[baseline.sorted.length - 1], current.sorted[current.sorted.length - 1]);
  const range = high - low;
  if (!(range < Infinity)) {
    return { undefinedReason: 'the range of the values is infinite' };
  }
  const total = baseline.sorted.length + current.sorted.length;
  // NumPy divides the range by a width, not by a count: where log2 N is whole, rounding can give one bin more.
  let width = range / (Math.log2(total) + 1);
  if (width < 1 && isWhole(baseline.sorted) && isWhole(current.sorted)) {
    width = 1;
  }
  const count = Math.ceil(range / width);
  const step = range / count;
  const cuts: number[] = [];
  for (let i = 1; i < count; i++) {
    cuts.push(low + i * step);
  }
  if (!(count >= 1) || cuts.some((cut, i) => !(cut > (i === 0 ? low : cuts[i - 1]) && cut < high))) {
    return { undefinedReason: 'the values are too close together to cut their range' };
  }
  return { cuts, closed: 'left', name: `${count} bins of equal width`, guarantee: 'exact' };
}

/** The distinct values of an ascending array, null where there are more than `most`. */
function distinctUpTo(sorted: Float64Array, most: number): number[] | null {
  const values: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) {
      if (values.length === most) {
        return null;
      }
      values.push(sorted[i]);
    }
  }
  return values;
}

function isWhole(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isInteger(values[i])) {
      return false;
    }
  }
  return true;
}
