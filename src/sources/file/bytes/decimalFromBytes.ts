const ZERO = 48;
const POINT = 46;
const MINUS = 45;

/** Powers of ten that a double holds exactly. */
const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MOST_DIGITS = 15;

/**
 * The number that stands in `bytes[start, end)` in plain decimal notation, such as `-12.5`, or NaN where it stands in any
 * other form: an exponent, leading zeros, a sign of plus, -0, a bare point, blanks, more than 15 digits. An integer below 10^15
 * divided by an exact power of ten is rounded once, so the result is the double that `Number` gives for the same text
 * (W. D. Clinger, "How to read floating point numbers accurately", 1990).
 */
export function decimalFromBytes(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let point = -1;
  let whole = 0;
  for (let at = first; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = 10 * whole + digit;
    } else if (bytes[at] === POINT && point < 0) {
      point = at;
    } else {
      return NaN;
    }
  }
  if (!isPlain(bytes, first, point < 0 ? end : point, end) || (isNegative && whole === 0)) {
    return NaN;
  }
  const value = point < 0 ? whole : whole / EXACT_POWERS[end - point - 1];
  return isNegative ? -value : value;
}

/** Whether there are digits on both sides of the point, no leading zeros, and no more digits than are exact. */
function isPlain(bytes: Uint8Array, first: number, point: number, end: number): boolean {
  const digits = point - first;
  const decimals = Math.max(0, end - point - 1);
  return digits > 0 && point + 1 !== end && (digits === 1 || bytes[first] !== ZERO) && digits + decimals <= MOST_DIGITS;
}
