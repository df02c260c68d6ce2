import type { Categories } from '../../distribution/Distribution';
import { type KeptText, textForms, wordCounts } from '../../distribution/textForms';
import { textLength } from '../../distribution/textLength';
import type { StoredText } from './profileSchema';

const MOST_WORDS = 20_000;
/** Of prose nearly every text has a pattern of its own: more of them say nothing, and are near to the texts themselves. */
const MOST_PATTERNS = 500;

/**
 * The forms and the words of texts, without the texts. Words and patterns that occur fewer than `minimumCount` times are
 * not listed, and lengths are those that so many texts have or pass. Undefined where not all texts are known, since their
 * words would be no vocabulary, and where there are fewer texts than that.
 */
export function storeText(categories: Categories, minimumCount: number): StoredText | undefined {
  const forms = textForms(categories);
  if (forms === null || categories.rest > 0 || forms.values < minimumCount) {
    return undefined;
  }
  const lengths = lengthCounts(categories);
  const { words, once } = wordCounts(categories);
  const kept = mostFrequent(words, minimumCount).slice(0, MOST_WORDS);
  const isRegular = forms.patterns.size <= MOST_PATTERNS;
  return {
    shortest: lengthReached(lengths, minimumCount),
    longest: lengthReached(lengths.reverse(), minimumCount),
    mean_length: forms.meanLength,
    mean_words: forms.meanWords,
    patterns: isRegular ? mostFrequent(forms.patterns, minimumCount) : [],
    words: kept,
    other_words: sizeOf(words) - kept.reduce((sum, [, count]) => sum + count, 0),
    words_once: once,
  };
}

export function restoreText(stored: StoredText, values: number): KeptText {
  return {
    shortest: stored.shortest,
    longest: stored.longest,
    meanLength: stored.mean_length,
    meanWords: stored.mean_words,
    patterns: new Map(stored.patterns),
    values,
    vocabulary: { words: new Map(stored.words), others: stored.other_words, once: stored.words_once },
  };
}

/** Pairs of a length and how many texts have it, the shortest first. */
function lengthCounts({ byCategory }: Categories): Array<[number, number]> {
  const counts = new Map<number, number>();
  byCategory.forEach((count, text) => {
    const length = textLength(text);
    counts.set(length, (counts.get(length) ?? 0) + count);
  });
  return [...counts].sort(([a], [b]) => a - b);
}

/** The first length at which so many texts have been passed. */
function lengthReached(lengths: ReadonlyArray<readonly [number, number]>, least: number): number {
  let passed = 0;
  return lengths.find(([, count]) => (passed += count) >= Math.max(1, least))?.[0] ?? 0;
}

function mostFrequent(counts: ReadonlyMap<string, number>, least: number): Array<[string, number]> {
  return [...counts].filter(([, count]) => count >= least).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
