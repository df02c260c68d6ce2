/** The different numbers, ascending. They are sorted in place, and must not be NaN. */
export function distinctOf(numbers: Float64Array): Float64Array {
  numbers.sort();
  let size = 0;
  for (let i = 0; i < numbers.length; i++) {
    // Of -0 and 0, which are equal, 0 is kept.
    if (size === 0 || numbers[i] !== numbers[size - 1]) {
      numbers[size++] = numbers[i] + 0;
    }
  }
  return numbers.slice(0, size);
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
