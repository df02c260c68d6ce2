import { effectScale } from './effectScale';
import { effectGates, effectInWords, effectValue } from './effectWords';
import { formatCount, formatEffect, formatNumber, formatProbability, formatShare } from './formatNumber';
import { textLines } from './textLines';
import { timeFormatter, writeWindow } from './timeWords';

test.each([
  [0, '0'],
  [1234.5678, '1,235'],
  [0.000123, '1.2e-4'],
  [Infinity, '∞'],
  [NaN, 'unknown'],
])('formatNumber(%p) is %s', (value, text) => expect(formatNumber(value)).toBe(text));

test.each([
  [0.31, '0.31'],
  [0.0049, '0.005'],
  [5.169, '5.17'],
  [61.25, '61.3'],
  [0, '0.00'],
])('formatEffect(%p) is %s', (value, text) => expect(formatEffect(value)).toBe(text));

test.each([
  [0, '0%'],
  [0.12, '12%'],
  [0.0431, '4.3%'],
  [0.0025, '0.25%'],
  [0.00001, '< 0.01%'],
  [1, '100%'],
])('formatShare(%p) is %s', (value, text) => expect(formatShare(value)).toBe(text));

test('counts have separators, and a p of zero is not nothing', () => {
  expect(formatCount(336776)).toBe('336,776');
  expect(formatProbability(0)).toBe('below 1e-300');
});

test('effects in words', () => {
  const figures = { effect: 'wasserstein_normed', effectSize: 0.31, effectExpected: 0.02, threshold: 0.1 } as const;
  expect(`${effectInWords(figures)} (${effectGates(figures)})`).toBe(
    'shift of 0.31 standard deviations (threshold 0.10, expected by chance 0.02)'
  );
  const categories = { effect: 'category_share', effectSize: 2.4, effectExpected: null, threshold: 2 } as const;
  expect(`${effectInWords(categories)} (${effectGates(categories)})`).toBe(
    'share of one category changed by a factor of 2.40 (threshold 2.00)'
  );
  expect(effectValue('missing_rate', 0.031)).toBe('3.10 points');
  expect(effectInWords({ ...figures, effectSize: null })).toBe('effect unknown');
});

test('on the bar of an effect what matters begins in the middle, whatever the measure', () => {
  const place = (effectSize: number | null, threshold: number) =>
    effectScale({ effect: 'ks', effectSize, effectExpected: 0.05, threshold }).size;
  expect(place(0.15, 0.1)).toBeCloseTo(0.5, 12);
  expect(place(2.05, 2)).toBeCloseTo(0.5, 12);
  expect(place(0, 0.1)).toBe(0);
  expect(place(Infinity, 0.1)).toBe(1);
  expect(place(null, 0.1)).toBeNull();
});

test('lines that a text takes', () => {
  expect(textLines('', 100, 10)).toBe(0);
  expect(textLines('one two', 100, 10)).toBe(1);
  expect(textLines('one two three', 100, 10)).toBe(2);
  expect(textLines('extraordinarily', 100, 10)).toBe(2);
});

describe('times', () => {
  const midnight = Date.UTC(2013, 6, 3);
  test('are days where every window begins at midnight in the zone', () => {
    expect(timeFormatter([midnight], 'utc')(midnight)).toBe('3 Jul');
    expect(timeFormatter([midnight], 'America/New_York')(midnight)).toBe('2 Jul 20:00');
    expect(timeFormatter([midnight, midnight + 400 * 86_400_000], 'utc')(midnight)).toBe('3 Jul 2013');
  });
  test('and windows are written in full', () => {
    expect(writeWindow(midnight, midnight + 604_800_000, 'utc')).toBe('3 Jul 2013 – 10 Jul 2013');
    expect(writeWindow(midnight, midnight + 3_600_000, 'utc')).toBe('3 Jul 2013 00:00 – 01:00');
  });
});
