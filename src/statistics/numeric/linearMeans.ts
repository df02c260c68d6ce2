/** Mean of |d| where d runs evenly from one end to the other. */
export function meanDistance(left: number, right: number): number {
  const p = Math.abs(left);
  const q = Math.abs(right);
  return left * right < 0 ? (p * p + q * q) / (2 * (p + q)) : (p + q) / 2;
}

/**
 * Mean of sqrt(h(1 − h)) where h runs evenly from `left` to `right`, given that root at both ends; to four digits or
 * better.
 */
export function meanDeviation(left: number, right: number, leftRoot: number, rightRoot: number): number {
  const rise = right - left;
  // Simpson's rule, except next to 0 and 1, where the root bends too much for it.
  if (rise < left && rise < 1 - right) {
    return (leftRoot + 4 * deviationAt(left + rise / 2) + rightRoot) / 6;
  }
  return rise < 1e-7
    ? deviationAt(left + rise / 2)
    : (deviationIntegral(right, rightRoot) - deviationIntegral(left, leftRoot)) / rise;
}

/** sqrt(h(1 − h)), 0 beyond rounding's reach of 0 and 1. */
export function deviationAt(h: number): number {
  return h > 0 && h < 1 ? Math.sqrt(h * (1 - h)) : 0;
}

/** An antiderivative of sqrt(h(1 − h)). */
function deviationIntegral(h: number, root: number): number {
  const centred = 2 * h - 1;
  return (centred * root) / 4 + Math.asin(centred > 1 ? 1 : centred < -1 ? -1 : centred) / 8;
}
