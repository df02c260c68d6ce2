/** So many of so many rows. */
export interface Share {
  readonly count: number;
  readonly total: number;
}

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with its interval of E. Wilson 1927, at the normal quantile z. */
export function shareInterval({ count, total }: Share, z: number): Estimate {
  const value = count / total;
  const square = (z * z) / total;
  const centre = (value + square / 2) / (1 + square);
  const half = (z * Math.sqrt((value * (1 - value)) / total + square / (4 * total))) / (1 + square);
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * a − b of two independent estimates, each with its own interval: the distance of each end is the root of the summed squares of
 * theirs. Of two shares with Wilson's intervals it is R. Newcombe's tenth method ("Interval estimation for the difference
 * between independent proportions", 1998).
 */
export function differenceOf(a: Estimate, b: Estimate): Estimate {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** (a + b)/2, in the same way (G. Zou and A. Donner 2008). */
export function meanOf(a: Estimate, b: Estimate): Estimate {
  const value = (a.value + b.value) / 2;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.value - b.low) / 2,
    high: value + Math.hypot(a.high - a.value, b.high - b.value) / 2,
  };
}

/**
 * a/b with an interval that is normal on the logarithm (D. Katz and others 1978); where a's count is 0, half a row is added
 * to each for the interval alone. b's count is positive.
 */
export function ratioOf(a: Share, b: Share, z: number): Estimate {
  const value = a.count / a.total / (b.count / b.total);
  const added = a.count === 0 ? 0.5 : 0;
  const [n, m] = [a.total + added, b.total + added];
  const [s, t] = [a.count + added, b.count + added];
  const log = Math.log(s / n / (t / m));
  const half = z * Math.sqrt(1 / s - 1 / n + (1 / t - 1 / m));
  return { value, low: Math.min(value, Math.exp(log - half)), high: Math.exp(log + half) };
}
