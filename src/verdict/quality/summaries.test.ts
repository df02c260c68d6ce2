/** @jest-environment node */
import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import { summariesOf } from './summaries';

const day = (...values: number[]) => sampleFromNumbers(Float64Array.from(values));
const median = (current: number, past: readonly number[]) =>
  summariesOf({ current: day(current), past: past.map((one) => day(one)) }).median;

it('gives each figure the band of past windows, moved out by half of its stretch', () => {
  expect(median(12, [10, 11, 12, 13, 14])).toEqual({ value: 12, usual: { low: 8, high: 16, windows: 5, aside: 0 } });
  expect(median(12, [10, 11])).toEqual({ value: 12, usual: null });
});

it('does not draw what never was negative as if it could be, and cold days as they are', () => {
  expect(median(0.2, [0.1, 0.2, 0.3, 0.4, 0.5]).usual).toMatchObject({ low: 0, high: expect.closeTo(0.7) });
  expect(median(2, [-1, 2, 3, 4, 5]).usual).toMatchObject({ low: -4, high: 8 });
  expect(median(-2, [1, 2, 3, 4, 5]).usual).toMatchObject({ low: -1, high: 7 });
});
