/** @jest-environment node */
import type { Histogram } from './Distribution';
import { displayBins } from './displayBins';
import { histogramFromSamples } from './histogramFromSamples';
import { sampleFromValues } from './sampleFromValues';
import { countsOf } from './valueCounts';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const wave = (size: number, shift = 0) => Float64Array.from({ length: size }, (_, i) => Math.sin(i * 1.7) + shift);

describe('displayBins', () => {
  it('loses no value, and is not stretched by outliers', () => {
    const a = sampleFromValues(wave(1000));
    const b = sampleFromValues([...wave(500, 0.5), 1e6, -1e6, Infinity]);
    const bins = displayBins(a, b, 40)!;
    expect([sum(bins.baseline), sum(bins.current)]).toEqual([1000, 503]);
    expect(bins.edges[bins.edges.length - 1] - bins.edges[0]).toBeLessThan(5);
    expect(bins.beyond.current).toEqual({ below: 1, above: 2 });
    expect(bins.edges.length).toBeLessThanOrEqual(41);
  });

  it('centres bins on whole numbers', () => {
    const bins = displayBins(sampleFromValues([1, 2, 2, 3]), sampleFromValues([2, 3, 5]))!;
    expect(Array.from(bins.edges)).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5]);
    expect(Array.from(bins.current)).toEqual([0, 1, 1, 0, 1]);
  });

  it.each([[[5, 5, 5]], [[1e300, -1e300]], [[1e-300, 2e-300]], [[1e9, 1e9 + 1e-6]], [[Number.MAX_VALUE]]])(
    'has finite, ascending edges for %p',
    (values) => {
      const bins = displayBins(sampleFromValues(values), sampleFromValues(values))!;
      expect(bins.edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > bins.edges[i - 1]))).toBe(true);
      expect(sum(bins.baseline)).toBe(values.length);
    }
  );

  it('keeps the edges of histograms, open ends folded in', () => {
    const histogram = histogramFromSamples(sampleFromValues(wave(100)), [-0.5, 0, 0.5]);
    const bins = displayBins(histogram, histogram)!;
    expect(Array.from(bins.edges)).toEqual([-0.5, 0, 0.5]);
    expect(sum(bins.baseline)).toBeCloseTo(100, 9);
  });

  it('is null where nothing finite is known', () => {
    expect(displayBins(sampleFromValues([]), sampleFromValues([Infinity]))).toBeNull();
  });

  it('shows a bucket that begins just below zero as one from zero', () => {
    const bucketed: Histogram = {
      kind: 'histogram',
      counts: countsOf(3),
      edges: Float64Array.of(-Number.MIN_VALUE, 1, 2),
      bins: Float64Array.of(1, 2),
      closed: 'right',
      guarantee: 'exact',
    };
    const shown = displayBins(bucketed, bucketed);
    expect(Array.from(shown?.edges ?? [])).toEqual([0, 1, 2]);
    expect(Array.from(shown?.baseline ?? [])).toEqual([1, 2]);
  });
});
