import { parse } from 'lossless-json';

/** A whole number of so many digits that a double may round it, where a value stands. */
const LONG_NUMBER = /(?:^|[:[,\s])-?\d{16,}\s*(?:[,\]}]|$)/;

/** JSON whose whole numbers that a double would round are bigints, so that no two of them become one. Throws a SyntaxError. */
export function parseExactJson(text: string): unknown {
  // Where there is none, the plain way is much faster.
  return LONG_NUMBER.test(text) ? parseLossless(text) : JSON.parse(text);
}

function parseLossless(text: string): unknown {
  return parse(text, null, {
    parseNumber: exactly,
    // The last one counts, as in JSON.parse.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

function exactly(text: string): number | bigint {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? BigInt(text) : value;
}
