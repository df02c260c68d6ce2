import type { Histogram } from './Distribution';
import { nextDouble } from './nextDouble';
import { samplesOfPoints } from './samplesOfPoints';
import { countsOf } from './valueCounts';

const points: Histogram = Object.freeze({
  kind: 'histogram',
  counts: countsOf(6, { missing: 1 }),
  edges: Float64Array.of(-Infinity, 1, nextDouble(1), 3, nextDouble(3), Infinity),
  bins: Float64Array.of(0, 2, 0, 3, 0),
  closed: 'left',
  guarantee: 'exact',
});

it('gives the values back where each bucket is a single number', () => {
  expect(samplesOfPoints(points, 5)).toEqual({
    kind: 'samples',
    counts: points.counts,
    sorted: Float64Array.of(1, 1, 3, 3, 3),
  });
});

it('knows an outer bucket by the smallest and the largest value', () => {
  const outer = { ...points, edges: Float64Array.of(-Infinity, 1.5, 3, Infinity), bins: Float64Array.of(0, 0, 3) };
  expect(samplesOfPoints({ ...outer, minimum: 3, maximum: 3 }, 5)?.sorted).toEqual(Float64Array.of(3, 3, 3));
  expect(samplesOfPoints({ ...outer, minimum: 3, maximum: 4 }, 5)).toBeNull();
});

it('gives none where a bucket is wider, counts are not exact, or there are too many', () => {
  expect(samplesOfPoints({ ...points, bins: Float64Array.of(0, 2, 1, 3, 0) }, 100)).toBeNull();
  expect(samplesOfPoints({ ...points, bins: Float64Array.of(0, 2, 0, 3, 1) }, 100)).toBeNull();
  expect(samplesOfPoints({ ...points, guarantee: 'approximate' }, 100)).toBeNull();
  expect(samplesOfPoints({ ...points, closed: 'right' }, 100)).toBeNull();
  expect(samplesOfPoints({ ...points, counts: countsOf(6, { positiveInfinity: 1 }) }, 100)).toBeNull();
  expect(samplesOfPoints(points, 4)).toBeNull();
});
