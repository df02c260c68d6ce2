/** Mean of |d| where d runs evenly from one end to the other. */
export function meanDistance(left: number, right: number): number {
  const p = Math.abs(left);
  const q = Math.abs(right);
  return left * right < 0 ? (p * p + q * q) / (2 * (p + q)) : (p + q) / 2;
}

/** Above this rise the mean is computed by its antiderivative. */
const SMALL_RISE = 0.02;
/** Between 1/12, right for h far from 0 and 1, and 4/45, right next to them. */
const BEND = 0.0861;

/**
 * Mean of sqrt(h(1 − h)) where h runs evenly from `left` to `right`, given that root at both ends; to 1.5e-4 of itself.
 *
 * If h(1 − h) were a straight line, its root's mean would be ⅔(l² + lr + r²)/(l + r) with l and r the roots at the ends;
 * it is rise²·t(1 − t) above the line.
 */
export function meanDeviation(left: number, right: number, leftRoot: number, rightRoot: number): number {
  const rise = right - left;
  const sum = leftRoot + rightRoot;
  if (rise * 40 < sum) {
    // The same as below, where what it is above the line doesn't count.
    const difference = rightRoot - leftRoot;
    return sum / 2 + (difference * difference) / (6 * sum);
  }
  return curved(left, right, leftRoot, rightRoot);
}

function curved(left: number, right: number, leftRoot: number, rightRoot: number): number {
  const rise = right - left;
  if (rise > SMALL_RISE) {
    return (deviationIntegral(right, rightRoot) - deviationIntegral(left, leftRoot)) / rise;
  }
  const sum = leftRoot + rightRoot;
  if (!(sum > 0)) {
    return 0;
  }
  const straight = (2 / 3) * (sum - (leftRoot * rightRoot) / sum);
  return straight + (BEND * rise * rise) / straight;
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
