/** The different ones of the first `size` numbers, ascending. All of them are sorted in place, and must not be NaN. */
export function distinctOf(numbers: Float64Array, size: number): Float64Array {
  const sorted = numbers.subarray(0, size).sort();
  let count = 0;
  for (let i = 0; i < size; i++) {
    // Of -0 and 0, which are equal, 0 is kept.
    if (count === 0 || sorted[i] !== sorted[count - 1]) {
      sorted[count++] = sorted[i] + 0;
    }
  }
  return sorted.slice(0, count);
}

/** Where a number stands among ascending ones, one of which it is. */
export function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

let scratch = new Float64Array();

/** Room for so many numbers, the same for every call: what is made anew for each of many cells fills the memory with holes. */
export function roomFor(size: number): Float64Array {
  if (scratch.length < size) {
    scratch = new Float64Array(Math.max(size, 2 * scratch.length));
  }
  return scratch;
}
