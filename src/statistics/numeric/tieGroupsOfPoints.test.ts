/** @jest-environment node */
import type { Histogram, Samples } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { nextDouble } from '../../distribution/nextDouble';
import { noise, samples } from '../../verdict/testSamples';
import { ks } from './ks';
import { tieGroupsOfPoints } from './tieGroupsOfPoints';

/** Mostly zeros, and some whole numbers: as hourly rain is. */
const rain = (n: number, seed: number, shift: number) =>
  samples(noise(n, seed, shift).map((value) => Math.max(0, Math.round(value * 2)) + 0));

const edges = Float64Array.from([-Infinity, ...Array.from({ length: 12 }, (_, i) => [i, nextDouble(i)]).flat(), 100]);

const counted = (values: Samples): Histogram => histogramFromSamples(values, edges);

it('pools what both sides have', () => {
  const [a, b] = [samples([0, 0, 1, 3]), samples([0, 2, 3, 3])].map(counted);
  expect(tieGroupsOfPoints(a, b)).toEqual(Float64Array.of(3, 1, 1, 3));
});

it('knows nothing of wider buckets, nor of samples', () => {
  const wide = histogramFromSamples(samples([0, 0, 1, 3]), Float64Array.of(0, 2, 4));
  const points = counted(samples([0, 0, 1, 3]));
  expect(tieGroupsOfPoints(points, wide)).toBeNull();
  expect(tieGroupsOfPoints(points, samples([0, 1]))).toBeNull();
});

it('gives KS the p-value of the raw values, also of more than can be written out', () => {
  const options = { seed: 1, permutations: 0, exactKs: true };
  const [before, now] = [rain(24_000, 1, -1), rain(4_000, 2, -0.85)];
  const raw = ks(before, now, options);
  expect(ks(counted(before), counted(now), options)).toMatchObject({
    statistic: expect.closeTo(raw.statistic!, 12),
    pValue: raw.pValue,
    pValueLow: raw.pValue,
    pValueHigh: raw.pValue,
    method: 'exact',
  });
  // Ties matter here: the limit knows none.
  const limit = ks(counted(before), counted(now), { ...options, exactKs: false });
  expect(limit.pValue).toBeGreaterThan(2 * raw.pValue!);
});
