import type { Categories } from './Distribution';
import { textLength } from './textLength';

/** How texts are written, with how many of them. */
export interface TextForms {
  /** Shares of patterns such as `A9-A`: a run of capitals is A, of other letters a, of digits 9; the rest as it is. */
  readonly patterns: ReadonlyMap<string, number>;
  readonly shortest: number;
  readonly longest: number;
  readonly meanLength: number;
  readonly meanWords: number;
  /** Values that were looked at: those of the categories that are listed. */
  readonly values: number;
}

/** The words of texts. */
export interface Vocabulary {
  /** How often each occurs. */
  readonly words: ReadonlyMap<string, number>;
  /** Occurrences of words that are not listed. */
  readonly others: number;
  /** How many different words occur a single time, listed or not. */
  readonly once: number;
}

/** What is kept of texts instead of themselves. */
export interface KeptText extends TextForms {
  readonly vocabulary: Vocabulary;
}

/** Longer patterns are cut: prose has one of its own for every text. */
const LONGEST_PATTERN = 40;

/** The form of a text: `UA1545-EWR` is `A9-A`. */
export function patternOf(text: string): string {
  return text
    .slice(0, 4 * LONGEST_PATTERN)
    .replace(/\p{Lu}+/gu, '\u0001')
    .replace(/\p{L}+/gu, 'a')
    .replace(/\u0001/g, 'A')
    .replace(/\p{Nd}+/gu, '9')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_PATTERN);
}

/** Null where no text is listed, and no forms are kept. */
export function textForms({ byCategory, text: kept }: Categories): TextForms | null {
  if (kept !== undefined) {
    return kept;
  }
  const patterns = new Map<string, number>();
  let [values, characters, words, shortest, longest] = [0, 0, 0, Infinity, 0];
  for (const [text, count] of byCategory) {
    const length = textLength(text);
    values += count;
    characters += count * length;
    words += count * wordsOf(text).length;
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    const pattern = patternOf(text);
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + count);
  }
  return values === 0
    ? null
    : { patterns, shortest, longest, meanLength: characters / values, meanWords: words / values, values };
}

/** The words of a text in lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

/** How often each word occurs. */
export function wordCounts({ byCategory, text: kept }: Categories): Vocabulary {
  if (kept !== undefined) {
    return kept.vocabulary;
  }
  const counts = new Map<string, number>();
  byCategory.forEach((count, text) => {
    wordsOf(text).forEach((word) => counts.set(word, (counts.get(word) ?? 0) + count));
  });
  return { words: counts, others: 0, once: [...counts.values()].filter((count) => count === 1).length };
}
