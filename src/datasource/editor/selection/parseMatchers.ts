/** One label matcher of PromQL: `env=~"prod|canary"`. */
export interface Matcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

export const OPERATORS: ReadonlyArray<Matcher['operator']> = ['=', '!=', '=~', '!~'];

const MATCHER = /^\s*([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*")\s*(?:,|$)/;

/** Label matchers as a list; null where the text is more than such a list, as with a variable for a whole matcher. */
export function parseMatchers(text: string): Matcher[] | null {
  const matchers: Matcher[] = [];
  for (let rest = text.trim(); rest !== '';) {
    const match = MATCHER.exec(rest);
    const value = match === null ? undefined : unquote(match[3]);
    if (match === null || value === undefined) {
      return null;
    }
    matchers.push({ label: match[1], operator: match[2] as Matcher['operator'], value });
    rest = rest.slice(match[0].length).trim();
  }
  return matchers;
}

export function writeMatchers(matchers: readonly Matcher[]): string {
  return matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`).join(',');
}

/** Undefined for escapes that JSON doesn't know: those stay as they were written. */
function unquote(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
