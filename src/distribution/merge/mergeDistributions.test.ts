/** @jest-environment node */
import fc from 'fast-check';
import { categoriesFromValues } from '../categoriesFromValues';
import type { Histogram, Quantiles } from '../Distribution';
import { histogramFromSamples } from '../histogramFromSamples';
import { infiniteBelow, numberOfValues } from '../numberOfValues';
import { quantile } from '../quantile';
import { sampleFromValues } from '../sampleFromValues';
import { mergeDistributions } from './mergeDistributions';

const cells = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(NaN, null, Infinity, -Infinity)));

describe('mergeDistributions', () => {
  it('of samples is the sample of both', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(mergeDistributions(sampleFromValues(a), sampleFromValues(b))).toEqual(sampleFromValues([...a, ...b]));
      }),
      { seed: 1 }
    );
  });

  it('of histograms on the same edges is the histogram of both', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const edges = [-Infinity, -3, 0, 4, Infinity];
        const binned = (values: unknown[]) => histogramFromSamples(sampleFromValues(values), edges, 'right');
        expect(mergeDistributions(binned(a), binned(b))).toEqual(binned([...a, ...b]));
      }),
      { seed: 2 }
    );
  });

  it('of histograms on other edges keeps the shared ones and every value', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const one = histogramFromSamples(sampleFromValues(a), [-4, 0, 2, 4]);
        const other = histogramFromSamples(sampleFromValues(b), [-2, 0, 4, 8]);
        const merged = mergeDistributions(one, other) as Histogram;
        expect(numberOfValues(merged)).toBe(numberOfValues(one) + numberOfValues(other));
        if (numberOfValues(one) > 0 && numberOfValues(other) > 0) {
          expect(Array.from(merged.edges)).toEqual(expect.arrayContaining([0, 4]));
        }
        const values = [...sampleFromValues(a).sorted, ...sampleFromValues(b).sorted];
        let below = infiniteBelow(merged);
        merged.bins.forEach((count, i) => {
          below += count;
          if (merged.edges[i + 1] < Infinity) {
            expect(below).toBe(values.filter((value) => value < merged.edges[i + 1]).length);
          }
        });
      }),
      { seed: 3 }
    );
  });

  it('of histograms that list other buckets, as native ones do, loses none of them', () => {
    const native = (edges: number[], bins: number[]): Histogram => ({
      kind: 'histogram',
      counts: { ...sampleFromValues([]).counts, total: bins.reduce((sum, count) => sum + count, 0) },
      edges: Float64Array.from(edges),
      bins: Float64Array.from(bins),
      closed: 'right',
      guarantee: 'approximate',
    });
    const merged = mergeDistributions(native([1, 2, 8, 16], [3, 0, 1]), native([2, 4, 8], [5, 2])) as Histogram;
    expect(Array.from(merged.edges)).toEqual([1, 2, 4, 8, 16]);
    expect(Array.from(merged.bins)).toEqual([3, 5, 2, 1]);
  });

  it('merges what stores know of moments', () => {
    const known = { minimum: 0, maximum: 4, mean: 1, standardDeviation: 1 };
    const one: Histogram = { ...histogramFromSamples(sampleFromValues([0, 1, 1, 2]), [0, 3]), ...known };
    const other: Histogram = {
      ...histogramFromSamples(sampleFromValues([1, 2]), [0, 3]),
      ...known,
      maximum: 6,
      mean: 4,
    };
    const merged = mergeDistributions(one, other) as Histogram;
    expect(merged).toMatchObject({ minimum: 0, maximum: 6, mean: 2 });
    expect(merged.standardDeviation).toBeCloseTo(Math.sqrt(1 + 2), 12);
  });

  it('of quantiles is close to the quantiles of both', () => {
    const sketch = (values: number[]): Quantiles => {
      const sample = sampleFromValues(values);
      const probabilities = Float64Array.from({ length: 101 }, (_, i) => i / 100);
      const at = probabilities.map((p) => quantile(sample, p) ?? NaN);
      return { kind: 'quantiles', counts: sample.counts, probabilities, values: at };
    };
    const a = Array.from({ length: 2000 }, (_, i) => Math.sin(i));
    const b = Array.from({ length: 1000 }, (_, i) => 1 + Math.sin(i * 1.3));
    const merged = mergeDistributions(sketch(a), sketch(b));
    const both = sampleFromValues([...a, ...b]);
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      expect(quantile(merged, p)).toBeCloseTo(quantile(both, p)!, 1);
    }
  });

  it('counts raw values into the buckets of a histogram', () => {
    const histogram = histogramFromSamples(sampleFromValues([1, 2, 3]), [0, 2, 4]);
    const merged = mergeDistributions(sampleFromValues([1, 1, 9]), histogram) as Histogram;
    expect(Array.from(merged.edges)).toEqual([0, 2, 4, Infinity]);
    expect(Array.from(merged.bins)).toEqual([3, 2, 1]);
  });

  it('refuses to merge categories with numbers', () => {
    expect(() => mergeDistributions(categoriesFromValues(['a']), sampleFromValues([1]))).toThrow(TypeError);
  });
});
