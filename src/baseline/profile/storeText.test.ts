import type { Categories } from '../../distribution/Distribution';
import { wordCounts } from '../../distribution/textForms';
import { countsOf } from '../../distribution/valueCounts';
import { restoreText, storeText } from './storeText';

function texts(counts: Readonly<Record<string, number>>, rest = 0): Categories {
  const byCategory = new Map(Object.entries(counts));
  const total = [...byCategory.values()].reduce((sum, count) => sum + count, rest);
  return { kind: 'categories', counts: countsOf(total), byCategory, rest, guarantee: 'exact' };
}

const LATE = texts({ 'late again': 6, 'Late, late': 3, 'on time': 2, x: 1 });

it('keeps how texts are written and their words, and none of the texts', () => {
  expect(storeText(LATE, 0)).toEqual({
    shortest: 1,
    longest: 10,
    mean_length: (60 + 30 + 14 + 1) / 12,
    mean_words: (12 + 6 + 4 + 1) / 12,
    patterns: [
      ['a a', 8],
      ['Aa, a', 3],
      ['a', 1],
    ],
    words: [
      ['late', 12],
      ['again', 6],
      ['on', 2],
      ['time', 2],
      ['x', 1],
    ],
    other_words: 0,
    words_once: 1,
  });
});

it('lists no word, pattern or length of fewer texts than allowed', () => {
  expect(storeText(LATE, 3)).toMatchObject({
    shortest: 7,
    longest: 10,
    patterns: [
      ['a a', 8],
      ['Aa, a', 3],
    ],
    words: [
      ['late', 12],
      ['again', 6],
    ],
    other_words: 5,
  });
  expect(storeText(texts({ 'a secret': 2 }), 3)).toBeUndefined();
});

it('keeps no vocabulary of which a part is unknown, nor of no texts', () => {
  expect(storeText(texts({ late: 3 }, 1), 0)).toBeUndefined();
  expect(storeText(texts({}), 0)).toBeUndefined();
});

it('keeps no patterns of prose, of which every text has its own', () => {
  const prose = Object.fromEntries(
    Array.from({ length: 501 }, (_, i) => [`${'a '.repeat(i % 20)}${'-'.repeat(i)}`, 1])
  );
  const letters = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [String.fromCodePoint(0x2200 + i), 1]));
  expect(storeText(texts(letters), 0)?.patterns).toEqual([]);
  expect(storeText(texts(prose), 0)?.patterns.length).toBeGreaterThan(0);
});

it('is read again as the same words', () => {
  const stored = storeText(LATE, 0);
  const restored = { ...texts({}), rest: 12, text: restoreText(stored!, 12) };
  expect(wordCounts(restored)).toEqual(wordCounts(LATE));
});
