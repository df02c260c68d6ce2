/** @jest-environment node */
import type { Histogram, Samples } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { nextDouble } from '../../distribution/nextDouble';
import { noise, samples } from '../../verdict/testSamples';
import { ks } from './ks';
import { tieGroupsOfHistograms } from './tieGroupsOfHistograms';

/** Mostly zeros, and some whole numbers: as hourly rain is. */
const rain = (n: number, seed: number, shift: number) =>
  samples(noise(n, seed, shift).map((value) => Math.max(0, Math.round(value * 2)) + 0));

const edges = Float64Array.from([-Infinity, ...Array.from({ length: 12 }, (_, i) => [i, nextDouble(i)]).flat(), 100]);

const counted = (values: Samples): Histogram => histogramFromSamples(values, edges);

it('pools what both sides have', () => {
  const [a, b] = [samples([0, 0, 1, 3]), samples([0, 2, 3, 3])].map(counted);
  expect(tieGroupsOfHistograms(a, b)).toEqual(Float64Array.of(3, 1, 1, 3));
});

it('knows nothing of wider buckets alone, of samples, and of values whose order the buckets of both do not tell', () => {
  const wide = histogramFromSamples(samples([0, 0, 1, 3]), Float64Array.of(0, 2, 4));
  const points = counted(samples([0, 0, 1, 3]));
  expect(tieGroupsOfHistograms(wide, wide)).toBeNull();
  expect(tieGroupsOfHistograms(points, wide)).toBeNull();
  expect(tieGroupsOfHistograms(points, samples([0, 1]))).toBeNull();
});

it('lets each value of a wider bucket stand alone, beside those of a single number', () => {
  const cuts = Float64Array.of(-1, 0, nextDouble(0), 4);
  const [a, b] = [samples([-0.5, 0, 0, 3]), samples([0, 0, 1, 1])].map((one) => histogramFromSamples(one, cuts));
  expect(tieGroupsOfHistograms(a, b)).toEqual(Float64Array.of(1, 4, 1, 1, 1));
});

it('gives KS a p-value between that of the raw values and one without ties, where some ties are known', () => {
  const options = { seed: 1, permutations: 0, exactKs: true };
  const cuts = Float64Array.of(-Infinity, 0, nextDouble(0), 1, 2, 3, 4, 5, 6, 100);
  const untold = Float64Array.of(-Infinity, 0, 1, 2, 3, 4, 5, 6, 100);
  const [before, now] = [rain(900, 1, -1), rain(700, 2, -0.8)];
  const raw = ks(before, now, options).pValue!;
  const [known, unknown] = [cuts, untold].map(
    (one) => ks(histogramFromSamples(before, one), histogramFromSamples(now, one), options).pValueHigh!
  );
  expect(raw).toBeLessThan(known);
  expect(known).toBeLessThan(unknown / 2);
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
