import { parse } from 'lossless-json';

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;
/** A whole number of so many digits that a double may round it, where a value stands. */
const LONG_NUMBER = /[:[,\s]-?\d{16,}\s*(?:[,\]}]|$)/;

/**
 * JSON, with NaN and Infinity as Python and others write them. Whole numbers that a double would round are bigints, so that no
 * two of them become one. Throws a SyntaxError.
 */
export function parseLooseJson(text: string): unknown {
  const read = LONG_NUMBER.test(text) ? parseLossless : parsePlainly;
  try {
    return read(text);
  } catch (error) {
    const quoted = text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`));
    if (quoted === text) {
      throw error;
    }
    return read(quoted);
  }
}

/** Much faster. */
function parsePlainly(text: string): unknown {
  return JSON.parse(text);
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
