/** @jest-environment node */
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { ks } from './ks';
import { ksExactTail } from './ksExactTail';

const OPTIONS = { seed: 1, permutations: 0, exactKs: true };
const sample = (values: ArrayLike<number>) => sampleFromValues(values);

/** P(D ≥ d) by going through every labelling. */
function byEnumeration(pooled: number[], n: number, scaled: number): number {
  const m = pooled.length - n;
  let all = 0;
  let reached = 0;
  for (let labels = 0; labels < 2 ** pooled.length; labels++) {
    const a = pooled.filter((_, i) => (labels >> i) & 1);
    if (a.length !== n) {
      continue;
    }
    all++;
    const b = pooled.filter((_, i) => !((labels >> i) & 1));
    const distances = pooled.map((x) =>
      Math.abs(a.filter((v) => v <= x).length * m - b.filter((v) => v <= x).length * n)
    );
    reached += Math.max(...distances) >= scaled ? 1 : 0;
  }
  return reached / all;
}

describe('ks', () => {
  it('is exact with ties, as R’s ks.test', () => {
    const result = ks(sample([1, 2, 2, 3, 3]), sample([1, 2, 3, 3, 4, 6, 7]), OPTIONS);
    expect(result.statistic).toBeCloseTo(3 / 7, 14);
    expect(result.pValue).toBeCloseTo(0.2424242424242419, 14);
    expect(result.method).toBe('exact');
  });

  it.each([
    { pooled: [1, 2, 3, 4, 5, 6, 7, 8, 9], n: 4, groups: null },
    { pooled: [1, 1, 2, 2, 2, 3, 4, 4, 5, 5], n: 4, groups: [2, 3, 1, 2, 2] },
    { pooled: [1, 1, 1, 1, 2, 2, 2, 2, 2], n: 5, groups: [4, 5] },
  ])('agrees with every labelling of $pooled', ({ pooled, n, groups }) => {
    const m = pooled.length - n;
    for (let scaled = 1; scaled <= n * m; scaled++) {
      expect(ksExactTail(scaled, n, m, groups)).toBeCloseTo(byEnumeration(pooled, n, scaled), 13);
      expect(ksExactTail(scaled, m, n, groups)).toBeCloseTo(byEnumeration(pooled, n, scaled), 13);
    }
  });

  it('keeps a far tail', () => {
    const a = sample(Float64Array.from({ length: 1000 }, (_, i) => i));
    const b = sample(Float64Array.from({ length: 1000 }, (_, i) => i + 760));
    const { pValue } = ks(a, b, OPTIONS);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-250);
  });

  it('lets infinite values take part', () => {
    const result = ks(sample([-Infinity, 1, Infinity]), sample([1, 2, Infinity]), OPTIONS);
    expect(result.statistic).toBeCloseTo(1 / 3, 15);
  });

  it('brackets the distance of raw values from histograms with edges of their own', () => {
    const a = sample(Float64Array.from({ length: 300 }, (_, i) => Math.sin(i * 7.1)));
    const b = sample(Float64Array.from({ length: 200 }, (_, i) => Math.sin(i * 3.3) ** 3));
    const raw = ks(a, b, OPTIONS);
    const binned = ks(
      histogramFromSamples(a, [-0.7, 0, 0.4], 'left'),
      histogramFromSamples(b, [-0.5, 0, 0.6], 'right'),
      OPTIONS
    );
    expect(binned.guarantee).toBe('bounded');
    expect(binned.statisticLow).toBeLessThanOrEqual(raw.statistic!);
    expect(binned.statisticHigh).toBeGreaterThanOrEqual(raw.statistic!);
    expect(binned.pValueLow).toBeLessThanOrEqual(raw.pValue!);
    expect(binned.pValueHigh).toBeGreaterThanOrEqual(raw.pValue!);
  });

  it('says why it does not exist', () => {
    expect(ks(sample([]), sample([1]), OPTIONS)).toMatchObject({
      statistic: null,
      pValue: null,
      undefinedReason: 'the baseline has no values',
    });
  });
});
