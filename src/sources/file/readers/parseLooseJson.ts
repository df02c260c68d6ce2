import { parseExactJson } from '../../parseExactJson';

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;
/**
 * JSON, with NaN and Infinity as Python and others write them. Whole numbers that a double would round are bigints, so that no
 * two of them become one. Throws a SyntaxError.
 */
export function parseLooseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    const quoted = text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`));
    if (quoted === text) {
      throw error;
    }
    return parseExactJson(quoted);
  }
}
