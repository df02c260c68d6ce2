const TABLE_SIZE = 4096;
const table = new Float64Array(TABLE_SIZE);
for (let n = 2; n < TABLE_SIZE; n++) {
  table[n] = table[n - 1] + Math.log(n);
}
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln n! for a whole number n ≥ 0; its absolute precision is that of a double of its size. */
export function logFactorial(n: number): number {
  if (n < TABLE_SIZE) {
    return table[n];
  }
  const inverse = 1 / n;
  return (n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI + inverse * (1 / 12 - (inverse * inverse) / 360);
}
