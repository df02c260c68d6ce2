/** @jest-environment node */
import { nextDouble } from '../../distribution/nextDouble';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { fisherByValue } from './fisherByValue';

const mixed = (size: number, zeros: number, fill = 0) =>
  sampleFromValues(Array.from({ length: size }, (_, i) => (i < zeros ? fill : 1 + i / 1000)));

it('tests a value that many rows share against all others', () => {
  const [zero, ...others] = fisherByValue(mixed(20_000, 19_900), mixed(20_000, 19_700));
  expect(others).toEqual([]);
  expect(zero).toMatchObject({ value: 0, baselineCount: 19_900, currentCount: 19_700, baselineShare: 0.995 });
  // The two-sided sum over the hypergeometric distribution, in Python with lgamma.
  expect(zero.pValue / 1.564288010993e-24).toBeCloseTo(1, 6);
});

it('a value is tested from max(10, 0.5% of the smaller side) of both sides together on', () => {
  expect(fisherByValue(mixed(1000, 4), mixed(1000, 5))).toEqual([]);
  expect(fisherByValue(mixed(1000, 4), mixed(1000, 6))).toHaveLength(1);
  expect(fisherByValue(mixed(10_000, 20), mixed(10_000, 29))).toEqual([]);
  expect(fisherByValue(mixed(10_000, 20), mixed(10_000, 30))).toHaveLength(1);
  expect(fisherByValue(mixed(1000, 4), mixed(1000, 6), 11)).toEqual([]);
});

it('the twenty most frequent alone', () => {
  const whole = sampleFromValues(Array.from({ length: 5000 }, (_, i) => i % (1 + (i % 60))));
  expect(fisherByValue(whole, whole)).toHaveLength(20);
});

it('a value among others in a bucket is not tested, nor one that wider buckets could hold many others of', () => {
  const [before, after] = [mixed(5000, 0), mixed(5000, 50, -999)];
  const wide = histogramFromSamples(before, [-1000, 2, 7]);
  const narrow = histogramFromSamples(before, [-999, nextDouble(-999), 1, 7]);
  expect(fisherByValue(wide, after)).toEqual([]);
  expect(fisherByValue(narrow, after)).toEqual([]);
  // Where it is the smallest of all it is always tested.
  const bounded = { ...narrow, minimum: 0, maximum: 7 };
  expect(fisherByValue(bounded, after)[0]).toMatchObject({ value: -999, baselineCount: 0, currentCount: 50 });
  expect(fisherByValue(bounded, after)[0].pValue).toBeLessThan(1e-12);
});

it('nothing without values', () => {
  expect(fisherByValue(sampleFromValues([]), mixed(100, 50))).toEqual([]);
});

it('of a histogram that lists numbers those are tested that surely are more frequent than all that it does not list', () => {
  const [before, after] = [mixed(5000, 40, 500), mixed(5000, 90, 500)];
  const listing = (side: typeof before, count: number, others: number) => ({
    ...histogramFromSamples(side, [-1000, 2, 7, 1000]),
    repeats: { values: new Map([[500, { low: count, high: count }]]), others },
  });
  const tested = (others: number) => fisherByValue(listing(before, 40, others), listing(after, 90, others));
  expect(tested(64)).toEqual(fisherByValue(before, after));
  expect(tested(65)).toEqual([]);
});
