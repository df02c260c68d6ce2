import { parseNumber } from '../../../distribution/parseNumber';

/** Texts that stand for a missing value where the others are numbers or truths: those that pandas, R, SQL and Excel write. */
const MARKERS: ReadonlySet<string> = new Set([
  ...['na', 'n/a', '<na>', '#n/a', '#n/a n/a', '#na', 'null', '(null)', '#null!', 'none', 'nil', 'nat'],
  ...['1.#ind', '-1.#ind', '1.#qnan', '-1.#qnan', '\\n', '?', '-', '--', '.'],
]);
/** A number has so many digits that a double gives back. */
const MOST_DIGITS = 15;
const PLAIN = /^[+-]?(\d+)(?:\.(\d*))?(?:e[+-]?\d+)?$/i;

/** Whether a text says that there is no value; blanks do. */
export function isMarker(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || MARKERS.has(trimmed.toLowerCase());
}

/** What a text in a column of numbers is. */
export function readNumberText(text: string): number | 'missing' | 'mistyped' {
  return isMarker(text) ? 'missing' : parseNumber(text);
}

/** Whether a text is a number that gives it back, and no code such as 007. */
export function isNumberText(text: string): boolean {
  const [, whole, fraction = ''] = PLAIN.exec(text.trim()) ?? [];
  if (whole === undefined) {
    return false;
  }
  const isCode = whole.length > 1 && whole.startsWith('0');
  return !isCode && whole.length + fraction.length <= MOST_DIGITS + 2 && whole.length <= MOST_DIGITS;
}
