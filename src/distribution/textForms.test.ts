import { patternOf, textForms, wordCounts, wordsOf } from './textForms';
import { countsOf } from './valueCounts';

const texts = (counts: Readonly<Record<string, number>>) => ({
  kind: 'categories' as const,
  counts: countsOf(0),
  byCategory: new Map(Object.entries(counts)),
  rest: 0,
  guarantee: 'exact' as const,
});

it.each([
  ['UA1545-EWR', 'A9-A'],
  ['New  York', 'Aa Aa'],
  ['Ärger', 'Aa'],
  ['2013-03-01 ١٢', '9-9-9 9'],
  ['', ''],
])('writes the pattern of %j as %j', (text, pattern) => {
  expect(patternOf(text)).toBe(pattern);
});

it('cuts long patterns', () => {
  expect(patternOf('a-'.repeat(1000))).toHaveLength(40);
});

it('counts characters, not halves of them', () => {
  expect(textForms(texts({ '😀😀': 1, abc: 3 }))).toMatchObject({
    shortest: 2,
    longest: 3,
    meanLength: 11 / 4,
    values: 4,
  });
  expect(textForms(texts({}))).toBeNull();
});

it('takes words apart at spaces and punctuation, whatever their case', () => {
  expect(wordsOf("It's late, too-late: ÉTÉ 24")).toEqual(["it's", 'late', 'too-late', 'été', '24']);
  expect(wordCounts(texts({ 'Late late': 2, once: 1 }))).toEqual({
    words: new Map([
      ['late', 4],
      ['once', 1],
    ]),
    others: 0,
    once: 1,
  });
});
