/** @jest-environment node */
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { mergeSamples } from '../../distribution/merge/mergeDistributions';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { drawNormal } from '../random/drawNormal';
import { seededRandom } from '../random/seededRandom';
import { bridgeAreas, permutedAreas } from './areaNull';
import { gaussianFactor } from './gaussianFactor';
import { medianDistance } from './medianDistance';
import { mmdSquared, permutedMmd, rowTotals, spectralMmd } from './mmdNull';
import { ladderOfValues } from './pooledLadder';
import { stepAreas } from './stepDistances';
import { wasserstein } from './wasserstein';

const draws = (size: number, shift: number, stream: string) => {
  const random = seededRandom(11, stream);
  return sampleFromValues(Float64Array.from({ length: size }, () => drawNormal(random) + shift));
};

describe('null distributions', () => {
  const a = draws(400, 0, 'a');
  const b = draws(300, 0.1, 'b');
  const n = a.sorted.length;
  const m = b.sorted.length;
  const pooled = mergeSamples(a, b).sorted;

  it.each(['absolute', 'squared'] as const)('the limit agrees with permutation (%s)', (area) => {
    const observed = stepAreas(a.sorted, b.sorted)[area];
    const tries = [observed * 0.7, observed, observed * 1.2];
    const permuted = permutedAreas(pooled, n, m, area, tries, 1000, seededRandom(1, 'permuted'));
    const bridged = bridgeAreas(ladderOfValues(pooled), n, m, area, tries, 1000, seededRandom(1, 'bridged'));
    tries.forEach((_, k) => {
      const [p, q] = [permuted.reached[k] / permuted.drawn, bridged.reached[k] / bridged.drawn];
      // Five standard errors of the difference of two shares.
      expect(Math.abs(p - q)).toBeLessThan(5 * Math.sqrt((2 * Math.max(p * (1 - p), 0.001)) / permuted.drawn) + 0.005);
    });
  });

  it('the spectral limit of MMD agrees with permutation', () => {
    const unit = medianDistance(a.sorted);
    const factor = gaussianFactor(Float64Array.from([...a.sorted, ...b.sorted], (x) => x / unit));
    const totals = rowTotals(factor);
    const order = Int32Array.from({ length: n + m }, (_, i) => i);
    const observed = mmdSquared(factor, totals, order, n);
    for (const at of [observed, observed * 2, 0.001]) {
      const permuted = permutedMmd(factor, totals, order, n, at, 800, seededRandom(1, 'permuted'));
      const limit = spectralMmd(factor, n, m, at, 800, seededRandom(1, 'limit'));
      const [p, q] = [permuted.reached / permuted.drawn, limit.reached / limit.drawn];
      const error = Math.sqrt((p * (1 - p)) / permuted.drawn + (q * (1 - q)) / limit.drawn);
      expect(Math.abs(p - q)).toBeLessThan(5 * error + 0.005);
    }
  });

  it('raise no more false alarms than asked for', () => {
    let alarms = 0;
    for (let run = 0; run < 200; run++) {
      const x = draws(40, 0, `x${run}`);
      const y = draws(60, 0, `y${run}`);
      alarms += wasserstein(x, y, { seed: run, permutations: 99 }).pValue! <= 0.05 ? 1 : 0;
    }
    // The 99.99% quantile of a binomial of 200 at 0.05.
    expect(alarms).toBeLessThanOrEqual(23);
    expect(alarms).toBeGreaterThanOrEqual(2);
  });

  it('of buckets bracket that of the estimate', () => {
    const edges = [-6, -2, -1, 0, 1, 2, 6];
    const [x, y] = [histogramFromSamples(a, edges), histogramFromSamples(b, edges)];
    const { pValue, pValueLow, pValueHigh, method } = wasserstein(x, y, { seed: 1, permutations: 500 });
    expect(pValueLow! <= pValue! && pValue! <= pValueHigh!).toBe(true);
    expect(method).toMatch(/^brownian bridge limit, monte carlo/);
  });
});

describe('medianDistance', () => {
  it('is the lower median of all pairs', () => {
    const { sorted } = draws(60, 0, 'median');
    const distances: number[] = [];
    sorted.forEach((x, i) => sorted.slice(0, i).forEach((y) => distances.push(x - y)));
    distances.sort((x, y) => x - y);
    expect(medianDistance(sorted)).toBe(distances[Math.floor((distances.length + 1) / 2) - 1]);
    expect(medianDistance(Float64Array.of(3))).toBe(0);
    expect(medianDistance(Float64Array.of(3, 3, 3))).toBe(0);
  });
});
