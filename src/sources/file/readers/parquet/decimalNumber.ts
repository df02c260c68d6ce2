const MOST_EXACT_SCALE = 22;
const SMALL_BYTES = 6;

/** An unscaled integer that numbers hold, and the power of ten that divides it: 3 / 10, and not 3 · 0.1. */
export function decimalNumber(unscaled: number, scale: number): number {
  // Both are exact, so that the quotient is the number nearest to the decimal.
  return scale === 0
    ? unscaled
    : scale <= MOST_EXACT_SCALE
      ? unscaled / Number(`1e${scale}`)
      : longDecimal(unscaled, scale);
}

/** The same of any unscaled integer, by its digits. */
export function longDecimal(unscaled: number | bigint, scale: number): number {
  return Number(`${unscaled}e${-scale}`);
}

/** Two's complement, the highest byte first. */
export function integerOf(bytes: Uint8Array): number | bigint {
  if (bytes.length === 0) {
    return 0;
  }
  if (bytes.length <= SMALL_BYTES) {
    let value = bytes[0] & 0x80 ? -1 : 0;
    for (const byte of bytes) {
      value = value * 256 + byte;
    }
    return value;
  }
  let value = 0n;
  for (const byte of bytes) {
    value = (value << 8n) | BigInt(byte);
  }
  const long = BigInt.asIntN(8 * bytes.length, value);
  const short = Number(long);
  return Number.isSafeInteger(short) ? short : long;
}
