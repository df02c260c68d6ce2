import type { Categories } from '../../distribution/Distribution';
import { type Vocabulary, wordCounts } from '../../distribution/textForms';
import type { Checked } from './Finding';
import { percent } from './inWords';

const LEAST_OCCURRENCES = 30;
/** Words never seen may become more frequent by so much. */
const LEAST_UNKNOWN = 0.1;
const MOST_NAMED = 3;

/**
 * Words that the baseline never had, against what is to be expected of them: Good and Turing's estimate, the share of its
 * words that occur once, or else that of the words which it does not list. Beside it which words grew and which shrank.
 */
export function checkWords(baseline: Categories, current: Categories, minimumCount = 0): Checked[] {
  const [before, now] = [wordCounts(baseline), wordCounts(current)];
  const [known, total] = [totalOf(before), totalOf(now)];
  if (known === 0 || total === 0) {
    return [];
  }
  const unknown = [...now.words]
    .filter(([word]) => !before.words.has(word))
    .sort(([a, x], [b, y]) => y - x || byName(a, b));
  const count = unknown.reduce((sum, [, size]) => sum + size, 0);
  const expected = Math.max(before.once, before.others) / known;
  const share = count / total;
  const isCommon = (word: string) => Math.max(before.words.get(word) ?? 0, now.words.get(word) ?? 0) >= minimumCount;
  const changes = [...new Set([...before.words.keys(), ...now.words.keys()])].filter(isCommon).map((word) => {
    const [was, is] = [(before.words.get(word) ?? 0) / known, (now.words.get(word) ?? 0) / total];
    return { word, was, is, change: is - was };
  });
  const sorted = changes.sort((a, b) => b.change - a.change || b.is - a.is || byName(a.word, b.word));
  const named = (some: typeof changes) =>
    some.map(({ word, was, is }) => `${word} (${percent(was)} to ${percent(is)})`).join(', ');
  return [
    {
      check: 'format',
      code: 'words_unknown',
      pValue: null,
      notable: total >= LEAST_OCCURRENCES && share - expected >= LEAST_UNKNOWN,
      severity: 1,
      facts: {
        count,
        total,
        share,
        share_expected: expected,
        examples: unknown
          .filter(([word]) => isCommon(word))
          .slice(0, MOST_NAMED)
          .map(([word]) => word)
          .join(', '),
        grown: named(sorted.slice(0, MOST_NAMED)),
        shrunk: named(sorted.slice(-MOST_NAMED).reverse()),
      },
    },
  ];
}

/** So that the order in which texts were read names no other words. */
function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function totalOf({ words, others }: Vocabulary): number {
  return [...words.values()].reduce((sum, count) => sum + count, others);
}
