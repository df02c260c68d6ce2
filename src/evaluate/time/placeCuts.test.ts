import type { Histogram } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { nextDouble } from '../../distribution/nextDouble';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { chooseBounds, placeCuts } from './placeCuts';

const count = (length: number, value: (i: number) => number) => Array.from({ length }, (_, i) => value(i));

it('cuts at the deciles, and beyond both ends up to four ranges between them', () => {
  const { edges } = placeCuts(sampleFromValues(count(1000, (i) => i)))!;
  expect([...edges]).toEqual([
    ...[-3100, -1500, -700, -300, -100, 0],
    ...[100, 200, 300, 400, 500, 600, 700, 800, 900],
    ...[1000, 1100, 1300, 1700, 2500, 4100],
  ]);
});

it('tells zeros from what is little more', () => {
  const { edges } = placeCuts(sampleFromValues([...count(950, () => 0), ...count(50, (i) => 0.1 + i)]))!;
  expect([...edges]).toEqual(expect.arrayContaining([0, nextDouble(0)]));
});

it('cuts a single value off from all others', () => {
  const { edges } = placeCuts(sampleFromValues([7, 7, 7]))!;
  expect([...edges]).toEqual(expect.arrayContaining([7, nextDouble(7), 14, 0]));
});

it('places the same cuts by the values and by buckets of one value each', () => {
  const values = count(3000, (i) => ((i * 7) % 11 < 5 ? 0 : (i * i) % 13));
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const own = distinct.flatMap((value) => [value, nextDouble(value)]);
  const bucketed: Histogram = {
    ...histogramFromSamples(sampleFromValues(values), [-Infinity, ...own, Infinity]),
    minimum: 0,
    maximum: 12,
  };
  expect(placeCuts(bucketed)).toEqual(placeCuts(sampleFromValues(values)));
});

it('has no cuts without finite values', () => {
  expect(placeCuts(sampleFromValues([NaN, null, Infinity]))).toBeNull();
});

it('chooses bounds of buckets alone, all where they are few', () => {
  const few = histogramFromSamples(sampleFromValues([1, 2, 3]), [1, 2, 5], 'right');
  expect(chooseBounds(few)).toEqual({ kind: 'edges', edges: Float64Array.of(1, 2, 5), closed: 'right' });
  const many = histogramFromSamples(
    sampleFromValues(count(1000, (i) => i / 10)),
    count(200, (i) => i),
    'right'
  );
  const { edges } = chooseBounds(many)!;
  expect(edges.length).toBeLessThan(22);
  expect([...edges]).toEqual(expect.arrayContaining([0, 10, 50, 90, 199]));
});
