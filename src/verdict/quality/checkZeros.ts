import { isPaddedCode } from '../../distribution/cell/isCode';
import type { Categories } from '../../distribution/Distribution';
import { onlyNow } from '../../statistics/quality/binomial';
import type { Checked } from './Finding';

/** So large a share of the baseline must have leading zeros, and so many values. */
const LEAST_SHARE = 0.01;
const LEAST_VALUES = 5;
/** Share of them that may still be there, and least share of them that must be found without their zeros. */
const MOST_LEFT = 0.1;
const LEAST_FOUND = 0.5;
/** Share of the codes that have one width, where they are of a fixed one. */
const FIXED = 0.95;
const DIGITS = /^\s*\d+\s*$/;

type Counts = Iterable<readonly [text: string, count: number]>;

/**
 * Codes such as 05004 that are now numbers such as 5004: the zeros in front are gone, since a step between read them as
 * numbers. Null where the baseline has no such codes, or still most of them come.
 */
export function checkZeros(
  baseline: Categories,
  current: Categories,
  { n, m, minimumCount }: { readonly n: number; readonly m: number; readonly minimumCount: number }
): Checked | null {
  const padded = [...baseline.byCategory].filter(([text]) => isPaddedCode(text));
  const before = sum(padded);
  const now = sum([...current.byCategory].filter(([text]) => isPaddedCode(text)));
  if (before < LEAST_VALUES || before / n < LEAST_SHARE || now / m > (MOST_LEFT * before) / n) {
    return null;
  }
  const width = fixedWidth([...baseline.byCategory]);
  const codes = new Map(padded.map(([text]) => [stripped(text), text]));
  const lost = [...current.byCategory].filter(
    ([text]) =>
      DIGITS.test(text) &&
      !baseline.byCategory.has(text) &&
      (codes.has(stripped(text)) || (width !== null && text.trim().length < width))
  );
  const count = sum(lost);
  if (count < LEAST_VALUES || count / m < (LEAST_FOUND * before) / n) {
    return null;
  }
  // One that is known is the better example.
  const [example] = [...lost.filter(([text]) => codes.has(stripped(text))), ...lost].find(
    ([, size]) => size >= minimumCount
  ) ?? [null];
  const code = example === null ? undefined : codes.get(stripped(example));
  const isShown = code !== undefined && (baseline.byCategory.get(code) ?? 0) >= minimumCount;
  const facts = { count, total: m, share: count / m, width, example, known: isShown ? code : null };
  return { check: 'format', code: 'zeros_lost', pValue: onlyNow(count, n, m), notable: true, severity: 2, facts };
}

/** How many digits nearly all codes have; null where they differ in length. */
function fixedWidth(counts: ReadonlyArray<readonly [string, number]>): number | null {
  const widths = new Map<number, number>();
  for (const [text, count] of counts) {
    const length = text.trim().length;
    widths.set(length, (widths.get(length) ?? 0) + count);
  }
  const [width, most] = [...widths].sort((a, b) => b[1] - a[1])[0];
  return most >= FIXED * sum(counts) ? width : null;
}

function stripped(text: string): string {
  return text.trim().replace(/^0+(?=\d)/, '');
}

function sum(counts: Counts): number {
  let total = 0;
  for (const [, count] of counts) {
    total += count;
  }
  return total;
}
