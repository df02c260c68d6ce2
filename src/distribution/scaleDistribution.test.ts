/** @jest-environment node */
import type { Histogram, Quantiles } from './Distribution';
import { quantile } from './quantile';
import { sampleFromNumbers } from './sampleFromValues';
import { scaleDistribution } from './scaleDistribution';
import { countsOf } from './valueCounts';

const counts = countsOf(4);
const histogram: Histogram = {
  kind: 'histogram',
  counts,
  edges: Float64Array.of(-Infinity, 0, 10, 20),
  bins: Float64Array.of(0, 1, 3),
  closed: 'left',
  guarantee: 'exact',
  minimum: 2,
  maximum: 19,
  mean: 12,
  standardDeviation: 6,
};

it('multiplies values, edges and moments', () => {
  expect(scaleDistribution(sampleFromNumbers(Float64Array.of(3, 1)), 2)).toMatchObject({
    sorted: Float64Array.of(2, 6),
  });
  expect(scaleDistribution(histogram, 2)).toMatchObject({
    edges: Float64Array.of(-Infinity, 0, 20, 40),
    bins: histogram.bins,
    closed: 'left',
    minimum: 4,
    maximum: 38,
    mean: 24,
    standardDeviation: 12,
  });
});

it('turns everything round where the sign turns', () => {
  expect(scaleDistribution(sampleFromNumbers(Float64Array.of(3, 1)), -1)).toMatchObject({
    sorted: Float64Array.of(-3, -1),
  });
  const turned = scaleDistribution(histogram, -1);
  expect(turned).toMatchObject({
    edges: Float64Array.of(-20, -10, -0, Infinity),
    bins: Float64Array.of(3, 1, 0),
    closed: 'right',
    minimum: -19,
    maximum: -2,
    mean: -12,
    standardDeviation: 6,
  });
  const quantiles: Quantiles = {
    kind: 'quantiles',
    counts,
    probabilities: Float64Array.of(0.1, 0.5),
    values: Float64Array.of(1, 2),
  };
  expect(quantile(scaleDistribution(quantiles, -1)!, 0.9)).toBeCloseTo(-1);
});

it('has nothing to scale in categories', () => {
  const categories = { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'exact' } as const;
  expect(scaleDistribution(categories, 2)).toBeNull();
});
