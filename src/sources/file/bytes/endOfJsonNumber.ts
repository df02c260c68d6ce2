const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const SMALL_E = 101;
const NONE = -1;

/**
 * Where the number of JSON that begins at `at` has ended, before `end`, or -1 where there is none:
 * `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?` (RFC 8259, section 6).
 */
export function endOfJsonNumber(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] === MINUS ? at + 1 : at;
  let next = behindDigits(bytes, first, end);
  if (next === first || (bytes[first] === ZERO && next > first + 1)) {
    return NONE;
  }
  if (next < end && bytes[next] === POINT) {
    const behind = behindDigits(bytes, next + 1, end);
    if (behind === next + 1) {
      return NONE;
    }
    next = behind;
  }
  // A small letter is its capital with one bit more.
  return next < end && (bytes[next] | 32) === SMALL_E ? endOfExponent(bytes, next + 1, end) : next;
}

function endOfExponent(bytes: Uint8Array, at: number, end: number): number {
  const isSigned = at < end && (bytes[at] === PLUS || bytes[at] === MINUS);
  const first = isSigned ? at + 1 : at;
  const behind = behindDigits(bytes, first, end);
  return behind === first ? NONE : behind;
}

function behindDigits(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && bytes[next] >= ZERO && bytes[next] <= NINE) {
    next++;
  }
  return next;
}
