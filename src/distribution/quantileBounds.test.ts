/** @jest-environment node */
import { histogramFromSamples } from './histogramFromSamples';
import { quantile } from './quantile';
import { quantileBounds } from './quantileBounds';
import { sampleFromValues } from './sampleFromValues';

const values = Array.from({ length: 217 }, (_, i) => Math.round(100 * Math.sin(i * 7.1) ** 3) / 10);
const sample = sampleFromValues(values);

it.each([0, 0.01, 0.1, 0.25, 0.5, 0.731, 0.9, 1])('brackets the quantile %p of the raw values', (p) => {
  const exact = quantile(sample, p) ?? NaN;
  expect(quantileBounds(sample, p)).toEqual({ low: exact, high: exact });
  for (const closed of ['left', 'right'] as const) {
    const bounds = quantileBounds(histogramFromSamples(sample, [-5, -1, 0, 0.5, 4], closed), p);
    expect(bounds?.low).toBeLessThanOrEqual(exact);
    expect(bounds?.high).toBeGreaterThanOrEqual(exact);
  }
});

it('is as wide as the bucket, and no wider', () => {
  const histogram = histogramFromSamples(sampleFromValues([1, 2, 3, 4, 5]), [0, 2.5, 3.5, 6], 'left');
  expect(quantileBounds(histogram, 0.5)).toEqual({ low: 2.5, high: 3.5 });
});
