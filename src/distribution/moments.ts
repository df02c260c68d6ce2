/** Mean and central moments (divided by n) of values, with the mean's scale taken out so that none overflows early. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
  /** Third and fourth central moments over the matching power of the deviation; null where there is no deviation. */
  readonly standardisedThird: number | null;
  readonly standardisedFourth: number | null;
}

/**
 * Moments of finite values; null where there are none or one is infinite. Two passes: the mean by compensated
 * summation, then deviations from it scaled by the largest, so that 1e300, 1e-300 and 1e9 + small come out right.
 */
export function momentsOf(values: Float64Array): Moments | null {
  let moments = remembered.get(values);
  if (moments === undefined) {
    moments = computeMoments(values);
    remembered.set(values, moments);
  }
  return moments;
}

/** A baseline is compared with many windows; distributions never change, so that neither do their moments. */
const remembered = new WeakMap<Float64Array, Moments | null>();

function computeMoments(values: Float64Array): Moments | null {
  const count = values.length;
  if (count === 0) {
    return null;
  }
  const mean = meanOf(values);
  if (!Number.isFinite(mean)) {
    return null;
  }
  const scale = largestDeviation(values, mean);
  // The mean of equal values is one of them only but for rounding.
  if (scale === 0 || areEqual(values)) {
    return { count, mean, deviation: 0, standardisedThird: null, standardisedFourth: null };
  }
  return { count, mean, ...centralMoments(values, mean, scale) };
}

/** Mean by Neumaier's compensated summation; values near the largest double are halved first. NaN or infinite where one is. */
export function meanOf(values: Float64Array): number {
  const largest = largestMagnitude(values);
  if (!(largest < Infinity)) {
    return NaN;
  }
  const unit = largest > 1e290 ? 2 ** -60 : 1;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] * unit;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length / unit;
}

function areEqual(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) {
    if (values[i] !== values[0]) {
      return false;
    }
  }
  return true;
}

function largestMagnitude(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i]);
    if (!(magnitude <= largest)) {
      largest = magnitude;
    }
  }
  return largest;
}

function largestDeviation(values: Float64Array, mean: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = Math.abs(values[i] / 2 - mean / 2);
    if (deviation > largest) {
      largest = deviation;
    }
  }
  return largest;
}

function centralMoments(values: Float64Array, mean: number, scale: number): Omit<Moments, 'count' | 'mean'> {
  const count = values.length;
  let first = 0;
  let second = 0;
  for (let i = 0; i < count; i++) {
    const z = (values[i] / 2 - mean / 2) / scale;
    first += z;
    second += z * z;
  }
  // The rounding error of the mean would count as deviation: take it out.
  const shift = first / count;
  const variance = Math.max(0, second / count - shift * shift);
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < count; i++) {
    const z = (values[i] / 2 - mean / 2) / scale - shift;
    const square = z * z;
    third += square * z;
    fourth += square * square;
  }
  const hasDeviation = variance > 0;
  return {
    deviation: 2 * scale * Math.sqrt(variance),
    standardisedThird: hasDeviation ? third / count / variance ** 1.5 : null,
    standardisedFourth: hasDeviation ? fourth / count / variance ** 2 : null,
  };
}
