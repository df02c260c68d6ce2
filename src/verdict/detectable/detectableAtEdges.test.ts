/** @jest-environment node */
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { sharesAtEdges, shiftAtEdges } from './detectableAtEdges';
import { detectableMeanShiftOfFew } from './detectableNumeric';

describe('shiftAtEdges', () => {
  it('with edges everywhere is the shift that makes the distance: 2Φ(δ/2) − 1', () => {
    const everywhere = Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000);
    const distance = Math.sqrt(2 / 1000) * 1.778733;
    expect(shiftAtEdges(everywhere, distance)! / detectableMeanShiftOfFew(1000, 1000, 0.05, 0.8)!).toBeCloseTo(1, 1);
  });

  it('at the median alone Φ(δ) − ½ must reach it', () => {
    // scipy.stats.norm.ppf(0.6)
    expect(shiftAtEdges([0.5], 0.1)).toBeCloseTo(0.2533471, 6);
  });

  it('of several edges is that of the one which tells it first, in the direction that takes longer', () => {
    // With q = statistics.NormalDist().inv_cdf of Python: q(s) - q(s - 0.1) at .2, .5, .85 is 0.43993, 0.25335, 0.36194;
    // q(s + 0.1) - q(s) at .2, .85 is 0.31722, 0.60842.
    expect(shiftAtEdges([0.2, 0.5, 0.85], 0.1)).toBeCloseTo(0.2533471, 6);
    expect(shiftAtEdges([0.2, 0.85], 0.1)).toBeCloseTo(0.3619436, 6);
  });

  it('far from the middle takes a larger one, the worse way, and none beyond what an edge can tell', () => {
    // Only 5% lie beyond the edge, and can pass it.
    expect(shiftAtEdges([0.95], 0.1)).toBeNull();
    expect(shiftAtEdges([0.8], 0.1)!).toBeGreaterThan(shiftAtEdges([0.5], 0.1)!);
    expect(shiftAtEdges([0, 1], 0.01)).toBeNull();
    expect(shiftAtEdges([], 0.01)).toBeNull();
  });
});

describe('sharesAtEdges', () => {
  const values = sampleFromValues(Array.from({ length: 100 }, (_, i) => i));
  const counted = (edges: number[]) => histogramFromSamples(values, [-Infinity, ...edges, Infinity]);

  it('are those at which both sides are known', () => {
    expect(sharesAtEdges(counted([10, 20, 40]), counted([20, 30, 40]))).toEqual([0, 0.2, 0.4, 1]);
    expect(sharesAtEdges(values, counted([20]))).toEqual([0, 0.2, 1]);
  });

  it('are none where all values are known', () => {
    expect(sharesAtEdges(values, values)).toBeNull();
  });
});
