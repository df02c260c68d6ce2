const POWERS = Array.from({ length: 13 }, (_, exponent) => 10 ** exponent);
const MOST_DIGITS = 9;

/**
 * The shortest decimal that is this value in single precision: what wrote 0.1 as FLOAT meant 0.1, and not
 * 0.10000000149011612. So the same number reads the same from CSV. Takes a value that single precision holds.
 */
export function shortestFloat(value: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || (size < 2 ** 24 && Number.isInteger(value))) {
    return value;
  }
  if (size >= 1e-3 && size < 1e7) {
    for (const power of POWERS) {
      const decimal = roundToEven(value * power) / power;
      if (Math.fround(decimal) === value) {
        return decimal;
      }
    }
  }
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) {
      return decimal;
    }
  }
  return value;
}

/** Of two decimals that are as near, the one with the even digit: as NumPy and others write them. */
function roundToEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? 2 * Math.round(value / 2) : Math.round(value);
}

const halves = new Map<number, number>();
const MOST_HALF_DIGITS = 5;
/** From here on not every integer is a half. */
const LEAST_COARSE_HALF = 2048;

/** The same of half precision, from its 16 bits. IEEE 754, binary16. */
export function shortestHalf(bits: number): number {
  let found = halves.get(bits);
  if (found === undefined) {
    const value = halfOf(bits);
    found = decimalsNear(value).find((decimal) => isNearestHalf(decimal, bits)) ?? value;
    halves.set(bits, found);
  }
  return found;
}

/** From the shortest on. */
function decimalsNear(value: number): number[] {
  if (!Number.isFinite(value) || value === 0) {
    return [];
  }
  if (Math.abs(value) >= 1e-3 && Math.abs(value) < LEAST_COARSE_HALF) {
    return POWERS.slice(0, 8).map((power) => roundToEven(value * power) / power);
  }
  return Array.from({ length: MOST_HALF_DIGITS }, (_, i) => Number(value.toPrecision(i + 1)));
}

function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) {
    return sign * 2 ** -24 * fraction;
  }
  return exponent === 0x1f ? (fraction === 0 ? sign * Infinity : NaN) : sign * 2 ** (exponent - 25) * (1024 + fraction);
}

/** Whether no other half is as near; at the largest the next one is taken as if it were there. */
function isNearestHalf(decimal: number, bits: number): boolean {
  const own = Math.abs(decimal - halfOf(bits));
  const size = bits & 0x7fff;
  const step = halfOf(size) - halfOf(Math.max(0, size - 1));
  const above = size < 0x7bff ? halfOf(size + 1) - halfOf(size) : step;
  return own < Math.min(step || above, above) / 2;
}
