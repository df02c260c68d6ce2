import type { Categories } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import { checkWords } from './checkWords';

function texts(counts: Readonly<Record<string, number>>): Categories {
  const byCategory = new Map(Object.entries(counts));
  const total = [...byCategory.values()].reduce((sum, count) => sum + count, 0);
  return { kind: 'categories', counts: countsOf(total), byCategory, rest: 0, guarantee: 'exact' };
}

const USUAL = texts({ 'the flight is late': 60, 'the flight is on time': 40 });

it('finds words that the baseline never had, with those that grew and shrank', () => {
  const [found] = checkWords(USUAL, texts({ 'the flight is late': 30, 'der Flug kommt zu spät': 20 }));
  // 20 times 5 of 220 words.
  expect(found).toMatchObject({
    code: 'words_unknown',
    notable: true,
    severity: 1,
    facts: { count: 100, total: 220, share: 100 / 220, share_expected: 0, examples: 'der, flug, kommt' },
  });
  expect(found.facts.grown).toMatch(/^der \(0% to 9\.\d+%\), /);
  expect(found.facts.shrunk).toMatch(/^time \(9.09% to 0%\), on /);
});

it('expects as many new words as the baseline has that occur once', () => {
  const varied = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`late because of w${i}`, 1]));
  const other = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`late because of v${i}`, 1]));
  const [found] = checkWords(texts(varied), texts(other));
  expect(found).toMatchObject({ notable: false, facts: { share: 0.25, share_expected: 0.25 } });
});

it('takes words that a stored baseline does not list for words that it may have had', () => {
  const vocabulary = { words: new Map([['late', 70]]), others: 30, once: 0 };
  const kept = { patterns: new Map(), shortest: 4, longest: 4, meanLength: 4, meanWords: 1, values: 100, vocabulary };
  const stored: Categories = { ...texts({}), rest: 100, text: kept };
  expect(checkWords(stored, texts({ late: 65, early: 35 }))[0]).toMatchObject({ notable: false });
  expect(checkWords(stored, texts({ late: 55, early: 45 }))[0]).toMatchObject({ notable: true });
});

it('says nothing where there are no words', () => {
  expect(checkWords(texts({ '-': 100 }), USUAL)).toEqual([]);
  expect(checkWords(USUAL, texts({}))).toEqual([]);
});
