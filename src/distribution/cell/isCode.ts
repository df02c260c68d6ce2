const DIGITS = /^\s*[+-]?\d+\s*$/;
const PADDED = /^\s*[+-]?0\d/;

/** Whether a text of digits is no number but a code, since a number could not give it back: 007, or 19 digits that a double rounds. */
export function isCode(text: string): boolean {
  return DIGITS.test(text) && (PADDED.test(text) || (text.length > 15 && !Number.isSafeInteger(Number(text))));
}

/** Whether a text is digits behind a zero, as 007: a code of a fixed width. */
export function isPaddedCode(text: string): boolean {
  return DIGITS.test(text) && PADDED.test(text);
}
