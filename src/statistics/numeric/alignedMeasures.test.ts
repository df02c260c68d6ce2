/** @jest-environment node */
import fc from 'fast-check';
import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import { numberOfValues } from '../../distribution/numberOfValues';
import { histogramOf } from '../testing/distributions';
import { expectNear } from '../testing/expectNear';
import { alignedMeasures } from './alignedMeasures';
import { areaBetweenKnots, areaOfPooledKnotDeviation } from './knotAreas';
import { type Bracket, largestKnotDistance } from './knotDistances';

const finiteEdges = fc
  .uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 3, maxLength: 12 })
  .map((edges) => edges.sort((a, b) => a - b).map((x) => x / 4));
const edges = fc
  .tuple(finiteEdges, fc.boolean(), fc.boolean())
  .map(([inner, below, above]) => [...(below ? [-Infinity] : []), ...inner, ...(above ? [Infinity] : [])]);
const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(9), fc.constantFrom(1000, 1e9), fc.nat(400));
const pair = edges.chain((ends) => {
  const bins = fc
    .array(count, { minLength: ends.length - 1, maxLength: ends.length - 1 })
    .filter((counts) => counts.some((x) => x > 0));
  return fc
    .tuple(bins, bins, fc.constantFrom('left' as const, 'right' as const))
    .map(([a, b, closed]) => [histogramOf(ends, a, closed), histogramOf(ends, b, closed)] as const);
});

function expectSame(actual: Bracket | null, expected: Bracket | null): void {
  expect(actual === null).toBe(expected === null);
  for (const figure of ['low', 'estimate', 'high'] as const) {
    const [found, wanted] = [actual?.[figure] ?? 0, expected?.[figure] ?? 0];
    if (Math.abs(found - wanted) > 1e-13) {
      expectNear(found, wanted, 1e-10);
    }
  }
}

describe('measures of two histograms with the same buckets', () => {
  it('are those of their distribution functions written out', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [f, g] = [cdfKnots(a)!, cdfKnots(b)!];
        const measures = alignedMeasures(a, b)!;
        const distance = largestKnotDistance(f, g);
        expectSame(measures.largest, distance);
        expectSame(measures.area, areaBetweenKnots(f, g));
        const deviation = areaOfPooledKnotDeviation(f, g, numberOfValues(a), numberOfValues(b));
        expect(measures.pooledDeviation === null).toBe(deviation === null);
        expect(Math.abs((measures.pooledDeviation ?? 0) - (deviation ?? 0))).toBeLessThan(1e-7);
      }),
      { numRuns: 2000, seed: 3 }
    );
  });

  it('know the distance to the last digit', () => {
    // 1/4 − 1/5 of rounded shares is 0.04999999999999999.
    const { largest } = alignedMeasures(histogramOf([0, 1, 2], [1, 3]), histogramOf([0, 1, 2], [1, 4]))!;
    expect(largest).toMatchObject({ low: 0.05, estimate: 0.05, at: 1 });
  });

  it('don’t mix up pairs', () => {
    const [a, b, c] = [
      [1, 3],
      [2, 2],
      [3, 1],
    ].map((bins) => histogramOf([0, 1, 2], bins));
    expect(alignedMeasures(a, b)!.largest.low).toBe(0.25);
    expect(alignedMeasures(a, c)!.largest.low).toBe(0.5);
    expect(alignedMeasures(c, b)!.largest.low).toBe(0.25);
    expect(alignedMeasures(a, histogramOf([0, 1.5, 2], [1, 3]))).toBeNull();
  });
});
