/** Sorts numbers without NaN ascending, in place where that is fastest; the result is the one to use. */
export function sortNumbers(numbers: Float64Array): Float64Array {
  return numbers.sort();
}
