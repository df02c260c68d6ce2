/** @jest-environment node */
import { categoriesFromValues } from './categoriesFromValues';
import type { Histogram } from './Distribution';
import { histogramFromSamples } from './histogramFromSamples';
import { histogramMoments } from './histogramMoments';
import { momentsOf } from './moments';
import { quantile, quantileOfSorted } from './quantile';
import { sampleFromValues } from './sampleFromValues';
import { summarize } from './summarize';
import { countsOf } from './valueCounts';

describe('summarize', () => {
  it('says null where a figure does not exist', () => {
    expect(summarize(sampleFromValues([]))).toMatchObject({ count: 0, mean: null, minimum: null, distinct: 0 });
    const one = summarize(sampleFromValues([3]));
    expect(one).toMatchObject({ mean: 3, standardDeviation: null, skewness: null, kurtosis: null, distinct: 1 });
    const infinite = summarize(sampleFromValues([1, 2, Infinity]));
    expect(infinite).toMatchObject({ mean: null, standardDeviation: null, maximum: Infinity });
    const constant = summarize(sampleFromValues([0.1, 0.1, 0.1]));
    expect(constant).toMatchObject({ standardDeviation: 0, skewness: null, kurtosis: null });
  });

  it('survives huge, tiny and offset values', () => {
    expect(summarize(sampleFromValues([1e308, 1.5e308, 1.7e308])).mean! / 1e308).toBeCloseTo(1.4, 12);
    expect(summarize(sampleFromValues([1e-300, 3e-300])).standardDeviation! / 1e-300).toBeCloseTo(Math.SQRT2, 12);
    const offset = summarize(sampleFromValues([1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75]));
    expect(offset.standardDeviation).toBeCloseTo(0.25, 12);
    expect(offset.skewness).toBeCloseTo(0, 9);
  });

  it('takes from a store what it knows, and marks the rest approximate', () => {
    const histogram: Histogram = {
      ...histogramFromSamples(sampleFromValues([1, 2, 3, 4]), [0, 2, 4, 6]),
      mean: 2.5,
      minimum: 1,
      maximum: 4,
    };
    expect(summarize(histogram)).toMatchObject({ count: 4, mean: 2.5, minimum: 1, maximum: 4, approximate: true });
    expect(summarize(categoriesFromValues(['a', 'b']))).toMatchObject({ count: 2, distinct: 2, mean: null });
  });
});

describe('quantiles', () => {
  it('interpolate between order statistics', () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.4)).toBeCloseTo(2.2, 15);
    expect(quantileOfSorted([-1.5e308, 1.5e308], 0.5)).toBe(0);
    expect(quantileOfSorted([-Infinity, Infinity], 0.5)).toBeNull();
    expect(quantileOfSorted([1, Infinity], 1)).toBe(Infinity);
  });

  it('of a histogram lie in their bucket, and are null in one without a bound', () => {
    const histogram = histogramFromSamples(sampleFromValues([1, 1, 3, 9]), [0, 2, 4]);
    expect(quantile(histogram, 0.25)).toBeCloseTo(1, 12);
    expect(quantile(histogram, 0.5)).toBeCloseTo(2, 12);
    expect(quantile(histogram, 0.9)).toBeNull();
    expect(quantile(categoriesFromValues(['a']), 0.5)).toBeNull();
  });
});

describe('moments of a histogram', () => {
  it('bracket those of the values', () => {
    const values = Array.from({ length: 200 }, (_, i) => Math.sin(i * 1.3) * 5);
    const sample = sampleFromValues(values);
    const raw = momentsOf(sample.sorted)!;
    const binned = histogramMoments(histogramFromSamples(sample, [-5, -3, 0, 1, 5]))!;
    expect(binned.meanLow <= raw.mean && raw.mean <= binned.meanHigh).toBe(true);
    expect(binned.deviationLow <= raw.deviation && raw.deviation <= binned.deviationHigh).toBe(true);
  });

  it('do not exist where an unbounded bucket carries values', () => {
    expect(histogramMoments(histogramFromSamples(sampleFromValues([1, 9]), [0, 2]))).toBeNull();
  });
});

it('quantiles of plain buckets are those of the written-out distribution function', () => {
  const edges = Float64Array.of(-Infinity, 0, 1, 1.5, 4, 9, Infinity);
  for (const counts of [
    [0, 3, 0, 7, 5, 0],
    [2, 0, 0, 7, 5, 1],
    [0, 0, 4, 0, 0, 0],
  ]) {
    const plain: Histogram = {
      kind: 'histogram',
      counts: countsOf(counts.reduce((a, b) => a + b, 0)),
      edges,
      bins: Float64Array.from(counts),
      closed: 'right',
      guarantee: 'exact',
    };
    // A maximum beyond the last edge says nothing, but makes the long way necessary.
    const known = { ...plain, maximum: Infinity };
    for (let p = 0; p <= 1; p += 0.03125) {
      const [short, long] = [quantile(plain, p), quantile(known, p)];
      expect(short === null).toBe(long === null);
      expect(Math.abs((short ?? 0) - (long ?? 0))).toBeLessThan(1e-12);
    }
  }
});
