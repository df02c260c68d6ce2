import { isCode } from '../../../distribution/cell/isCode';
import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import { parseNumber } from '../../../distribution/parseNumber';

/** A number has so many digits that a double gives back. */
const MOST_DIGITS = 17;
const PLAIN = /^[+-]?(\d+)(?:\.(\d*))?(?:e[+-]?\d+)?$/i;
const PADDED = /^[+-]?0\d/;

/** What a text in a column of numbers is. */
export function readNumberText(text: string): number | 'missing' | 'mistyped' {
  return isUsualMarker(text) ? 'missing' : parseNumber(text);
}

/** Whether a text is a number that gives it back, and no code such as 007. */
export function isNumberText(text: string): boolean {
  const plain = text.trim();
  const [, whole, fraction = ''] = PLAIN.exec(plain) ?? [];
  return whole !== undefined && !isCode(plain) && !PADDED.test(plain) && whole.length + fraction.length <= MOST_DIGITS;
}
