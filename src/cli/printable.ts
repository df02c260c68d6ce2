/** Control characters, line separators, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text from data with what would break a line or steer a terminal written as JSON writes it: a newline as \\n. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const escaped = JSON.stringify(character).slice(1, -1);
    return escaped === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : escaped;
  });
}

/** Lines for people, each of them one line whatever it tells of. */
export function printableLines(lines: readonly string[]): string {
  return lines.map(printable).join('\n');
}
