/** Root of an increasing function between low and high, to a relative 1e-9. */
export function bisect(increasing: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  while (b - a > 1e-9 * Math.max(1, Math.abs(b))) {
    const middle = (a + b) / 2;
    if (increasing(middle) < 0) {
      a = middle;
    } else {
      b = middle;
    }
  }
  return (a + b) / 2;
}
