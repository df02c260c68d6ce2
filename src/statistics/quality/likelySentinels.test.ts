/** @jest-environment node */
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { nextDouble } from '../../distribution/nextDouble';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { likelySentinels } from './likelySentinels';

const usual = Array.from({ length: 500 }, (_, i) => 20 + ((i * 7919) % 1000) / 25);
const found = (values: readonly number[]) => likelySentinels(sampleFromValues(values)).map(({ value }) => value);
const times = (count: number, value: number) => Array.from({ length: count }, () => value);

it.each([
  ['a marker below', times(8, -999_999), [-999_999]],
  ['one above, written as such', [9_999_999], [9_999_999]],
  ['several', [...times(5, -999), ...times(3, -9999), ...times(9, 9999)], [9999, -999, -9999]],
  ['the end of a type', [2_147_483_647], [2_147_483_647]],
  ['a number of their own that repeats', times(3, -500), [-500]],
  ['a single far value', [-500], []],
  ['one that repeats, not far away', times(3, -50), []],
  ['one written with decimals', [-999.9], [-999.9]],
  ['a far value that is 0', times(50, 0), []],
  ['a value just outside', times(50, -1), []],
  ['infinite values', times(5, Infinity), []],
  ['mostly one value', times(2000, -999), []],
])('%s', (_, more, values) => {
  expect(found([...usual, ...more])).toEqual(values);
});

it('too few values tell nothing', () => {
  expect(found([1, 2, 3, 4, 5, -999, -999, -999])).toEqual([]);
  expect(found([])).toEqual([]);
});

it('a heavy tail has none', () => {
  expect(found(Array.from({ length: 1000 }, (_, i) => Math.round((1 - i / 1000) ** -1.5)))).toEqual([]);
});

it('of a histogram those with a bucket of their own', () => {
  const samples = sampleFromValues([...usual, ...times(8, -999)]);
  const edges = [-999, nextDouble(-999), 20, 25, 30, 35, 40, 45, 50, 55, 61];
  expect(likelySentinels(histogramFromSamples(samples, edges))).toEqual([{ value: -999, count: 8, share: 8 / 508 }]);
  expect(likelySentinels(histogramFromSamples(samples, [-1000, 20, 25, 30, 35, 40, 45, 50, 55, 61]))).toEqual([]);
});
