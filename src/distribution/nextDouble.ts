const number = new Float64Array(1);
const bits = new BigInt64Array(number.buffer);

/** The smallest double above a finite one. */
export function nextDouble(value: number): number {
  if (value === 0) {
    return Number.MIN_VALUE;
  }
  number[0] = value;
  bits[0] += value > 0 ? 1n : -1n;
  return number[0];
}

/** Whether no double lies between two finite ones. */
export function areNeighbors(low: number, high: number): boolean {
  const gap = high - low;
  // Most are not, and this tells without a look at their bits.
  return gap > 0 && (gap <= Math.abs(low) * 2 ** -51 || gap < 2 ** -1000) && high === nextDouble(low);
}
