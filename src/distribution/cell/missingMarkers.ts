import type { MissingTexts } from '../../query/cellForms';
import { isTimeText } from './isTimeText';
import { plainText } from './plainText';
import { parseNumber } from '../parseNumber';
import { isTruth } from '../truthOf';

/**
 * Texts that stand for a missing value, whatever their case: those that pandas, R, SQL, SAS and Excel write. NaN is not among
 * them: it is a number that is counted apart.
 */
export const MISSING_MARKERS: readonly string[] = [
  ...['NA', 'N/A', 'n/a', '<NA>', '#N/A', '#N/A N/A', '#NA', 'NULL', '(null)', '#NULL!', 'None', 'nil', 'NaT'],
  ...['1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN', '\\N', '?', '-', '--', '.'],
];

const USUAL: ReadonlySet<string> = new Set(MISSING_MARKERS.map((text) => text.toLowerCase()));
const LONGEST = Math.max(...MISSING_MARKERS.map((text) => text.length));
/** As in the inference of types: one cell in twenty may be something else. */
const MOSTLY = 0.95;

/** Whether a text is one of the usual markers, or blank. */
export function isUsualMarker(text: string): boolean {
  return (text.length <= LONGEST && USUAL.has(text.toLowerCase())) || isBlank(text) || isPaddedMarker(text);
}

/** Nothing but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Whether a text is one of those that are listed, whatever its case: -999.0 is -999. */
export function isAmong(text: string, listed: MissingTexts = []): boolean {
  return listed.length > 0 && listed.some((one) => folded(String(one)) === folded(text));
}

function folded(text: string): string {
  return plainText(text).toLowerCase();
}

function isPaddedMarker(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < text.length && trimmed.length <= LONGEST && USUAL.has(trimmed.toLowerCase());
}

/**
 * Which of a column's texts are missing values, each given with how many cells have it. Blanks are, always, and so is what
 * is `listed`; the usual markers are where the other cells are numbers, times or truths (19 of 20), so that NA stays a
 * category among names. An empty list says that nothing but blanks is missing.
 */
export function missingIn(
  entries: Iterable<readonly [text: string, count: number]>,
  listed?: MissingTexts
): ReadonlySet<string> {
  const isUsed = listed === undefined || listed.length > 0;
  const missing = new Set<string>();
  const usual = new Set<string>();
  let [others, numbers, times, truths] = [0, 0, 0, 0];
  for (const [text, count] of entries) {
    if (isBlank(text) || isAmong(text, listed)) {
      missing.add(text);
    } else if (isUsed && isUsualMarker(text)) {
      usual.add(text);
    } else {
      others += count;
      const isNumber = parseNumber(text) !== 'mistyped';
      numbers += isNumber ? count : 0;
      times += !isNumber && isTimeText(text) ? count : 0;
      truths += isTruth(text) ? count : 0;
    }
  }
  if (others > 0 && Math.max(numbers, times, truths) >= MOSTLY * others) {
    usual.forEach((text) => missing.add(text));
  }
  return missing;
}
