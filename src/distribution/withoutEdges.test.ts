import type { Histogram } from './Distribution';
import { countsOf } from './valueCounts';
import { withoutEdges } from './withoutEdges';

const histogram: Histogram = {
  kind: 'histogram',
  counts: countsOf(10),
  edges: Float64Array.of(0, 1, 2, 5, Infinity),
  bins: Float64Array.of(1, 2, 3, 4),
  closed: 'right',
  guarantee: 'approximate',
};

it('puts the buckets on both sides of an edge together', () => {
  expect(withoutEdges(histogram, new Set([1, 5]))).toMatchObject({
    edges: Float64Array.of(0, 2, Infinity),
    bins: Float64Array.of(3, 7),
  });
});

it('keeps the outer edges, and what has none of the edges', () => {
  expect(withoutEdges(histogram, new Set([0, 3, Infinity]))).toBe(histogram);
});
