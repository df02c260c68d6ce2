const TOKENS = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/** JSON, with NaN and Infinity as Python and others write them. Throws a SyntaxError. */
export function parseLooseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const quoted = text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`));
    if (quoted === text) {
      throw error;
    }
    return JSON.parse(quoted);
  }
}
