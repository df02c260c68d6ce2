/** Mean and deviation (divided by n) of values, with the mean's scale taken out so that none overflows early. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Population standard deviation. */
  readonly deviation: number;
}

/** Third and fourth central moments (divided by n) over the matching power of the deviation. */
export interface Shape {
  readonly standardizedThird: number;
  readonly standardizedFourth: number;
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
  const spread = spreadOf(values);
  return spread === null
    ? null
    : { count: values.length, mean: spread.mean, deviation: 2 * spread.scale * Math.sqrt(spread.variance) };
}

/** Null where there are no moments, or no deviation. */
export function shapeOf(values: Float64Array): Shape | null {
  const spread = spreadOf(values);
  if (spread === null || !(spread.variance > 0)) {
    return null;
  }
  const { mean, scale, shift, variance } = spread;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i++) {
    const z = (values[i] / 2 - mean / 2) / scale - shift;
    const square = z * z;
    third += square * z;
    fourth += square * square;
  }
  return {
    standardizedThird: third / values.length / variance ** 1.5,
    standardizedFourth: fourth / values.length / variance ** 2,
  };
}

interface Spread {
  readonly mean: number;
  /** Half the largest deviation. */
  readonly scale: number;
  /** Of the scaled deviations; the rounding error of the mean would count as deviation. */
  readonly shift: number;
  readonly variance: number;
}

function spreadOf(values: Float64Array): Spread | null {
  const count = values.length;
  const { least, most } = rangeOf(values);
  if (count === 0 || !(least > -Infinity && most < Infinity)) {
    return null;
  }
  const mean = meanWithin(values, least, most);
  const scale = Math.max(most / 2 - mean / 2, mean / 2 - least / 2);
  // The mean of equal values is one of them only but for rounding.
  if (scale === 0 || least === most) {
    return { mean, scale: 0, shift: 0, variance: 0 };
  }
  let first = 0;
  let second = 0;
  for (let i = 0; i < count; i++) {
    const z = (values[i] / 2 - mean / 2) / scale;
    first += z;
    second += z * z;
  }
  const shift = first / count;
  return { mean, scale, shift, variance: Math.max(0, second / count - shift * shift) };
}

/** Mean by Neumaier's compensated summation; values near the largest double are halved first. NaN or infinite where one is. */
export function meanOf(values: Float64Array): number {
  const { least, most } = rangeOf(values);
  return least > -Infinity && most < Infinity ? meanWithin(values, least, most) : NaN;
}

function meanWithin(values: Float64Array, least: number, most: number): number {
  const unit = Math.max(-least, most) > 1e290 ? 2 ** -60 : 1;
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

/** NaN where a value is. */
function rangeOf(values: Float64Array): { least: number; most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== value) {
      return { least: NaN, most: NaN };
    }
    if (value < least) {
      least = value;
    }
    if (value > most) {
      most = value;
    }
  }
  return { least, most };
}
