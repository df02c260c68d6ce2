/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { inverse } from '../../bench/false-alarms/populations';
import type { Rate } from '../../bench/false-alarms/simulate';
import { wilsonInterval } from '../../bench/false-alarms/wilsonInterval';
import type { Distribution, Histogram } from '../distribution/Distribution';
import { histogramFromSamples } from '../distribution/histogramFromSamples';
import { type Decision, decisionSchema } from '../query/decision';
import type { FeatureType } from '../query/featureType';
import { ks } from '../statistics/numeric/ks';
import { type BucketToSplit, whichBucketsToSplit } from '../statistics/numeric/whichBucketsToSplit';
import { seededRandom } from '../statistics/random/seededRandom';
import { decideWindow } from './decideWindow';
import { categories, noise, samples } from './testSamples';

const ALPHA = 0.05;
const OPTIONS = { seed: 1, permutations: 1000 };

function decide(type: FeatureType, baseline: Distribution, current: Distribution, settings: Partial<Decision> = {}) {
  const comparison = { feature: 'x', type, segment: {}, baseline, current };
  return decideWindow([comparison], 'auto', decisionSchema.parse(settings))[0];
}

describe('what tests of shares miss', () => {
  it('a boolean of 50/50 that becomes 100/0 in 1,000 rows has p below 1e-10, and less with more rows', () => {
    const verdict = decide('boolean', categories({ true: 500, false: 500 }), categories({ true: 1000 }));
    expect(verdict.verdict).toBe('drift');
    expect(verdict.pAdjusted).toBeLessThan(1e-10);
    const more = decide('boolean', categories({ true: 1000, false: 1000 }), categories({ true: 2000 }));
    expect(more.pAdjusted).toBeLessThan(verdict.pAdjusted!);
  });

  it('ten equal categories that collapse into one are drift', () => {
    const ten = categories(Array.from({ length: 10 }, (_, i) => [`c${i}`, 100] as [string, number]));
    const verdict = decide('categorical', ten, categories({ c0: 1000 }));
    expect(verdict).toMatchObject({ verdict: 'drift', effect: 'total_variation' });
    expect(verdict.effectSize).toBeCloseTo(0.9, 12);
    expect(verdict.pAdjusted).toBeLessThan(1e-100);
  });
});

describe('what tests of a few percentiles miss', () => {
  it('100,000 normal values that move by 0.3 standard deviations are drift with that effect', () => {
    const verdict = decide('numeric', samples(noise(100_000, 1)), samples(noise(100_000, 2, 0.3)));
    expect(verdict).toMatchObject({ verdict: 'drift', effect: 'wasserstein_normed' });
    expect(verdict.effectSize).toBeCloseTo(0.3, 1);
    expect(verdict.pAdjusted).toBeLessThan(1e-300);
  });

  describe('half the mass moves between the 90th and the 95th percentile', () => {
    const before = inverse((u) => u);
    const after = inverse((u) => (u < 0.5 ? 0.9 + 0.1 * u : 2 * u - 1));
    const random = seededRandom(1, 'half the mass');
    const [x, y] = [before, after].map((from) => samples([...from.draw(4000, random, false)]));

    it('and D of the raw values is at least 0.44', () => {
      expect(ks(x, y, OPTIONS).statistic).toBeGreaterThanOrEqual(0.44);
      expect(decide('numeric', x, y).verdict).toBe('drift');
    });

    it('and D is certainly so from a histogram that has the bucket', () => {
      const edges = Array.from({ length: 21 }, (_, i) => i / 20);
      const [f, g] = [x, y].map((sample) => histogramFromSamples(sample, edges));
      expect(ks(f, g, OPTIONS).statisticLow).toBeGreaterThanOrEqual(0.44);
      expect(decide('numeric', f, g).verdict).toBe('drift');
    });

    it('and a histogram without it says that it could hide', () => {
      const [f, g] = [x, y].map((sample) => histogramFromSamples(sample, [0, 0.5, 1]));
      expect(ks(f, g, OPTIONS).statisticHigh).toBeGreaterThanOrEqual(0.44);
    });
  });
});

describe('false alarms', () => {
  const CASES = [
    ...[100, 200, 500].map((current) => `numbers, 2000/${current}, 1`),
    ...[20, 50].map((count) => `${count} equal categories, 2000/200, 1`),
    'independent numbers, 300/300, 20',
  ];
  // Outside of Jest, whose modules run ten times slower.
  const rates = JSON.parse(
    execFileSync(process.execPath, ['bench/runTypeScript.mjs', 'bench/false-alarms/rates.ts', '2000', ...CASES], {
      encoding: 'utf8',
    })
  ) as Record<string, Rate>;

  it.each(CASES)('of %s (rows, features): windows alarm at most at alpha', (name) => {
    const { significant, alarmed, repetitions } = rates[name];
    expect(repetitions).toBeGreaterThanOrEqual(400);
    // Six simulations: each may exceed alpha by the 99.9% quantile of chance.
    const chance = 3.1 * Math.sqrt((ALPHA * (1 - ALPHA)) / repetitions);
    expect(significant / repetitions).toBeLessThanOrEqual(ALPHA + chance);
    expect(wilsonInterval(significant, repetitions)[1]).toBeLessThanOrEqual(2 * ALPHA);
    expect(alarmed).toBeLessThanOrEqual(significant);
  });
});

describe('a spike of 2% seen through 10 bins', () => {
  const spiked = inverse((u, drifted) => (drifted && u < 0.02 ? 0.57 + u / 20 : u));
  const random = seededRandom(1, 'spike');
  const [x, y] = [false, true].map((drifted) => samples([...spiked.draw(5000, random, drifted)]));
  const raw = ks(x, y, OPTIONS);
  const tenths = Array.from({ length: 11 }, (_, i) => i / 10);

  it('lies within the bracket of D and of p', () => {
    const { statisticLow, statisticHigh, pValueLow, pValueHigh, guarantee } = ks(
      histogramFromSamples(x, tenths),
      histogramFromSamples(y, tenths),
      OPTIONS
    );
    expect(guarantee).toBe('bounded');
    expect(statisticLow!).toBeLessThanOrEqual(raw.statistic!);
    expect(statisticHigh!).toBeGreaterThanOrEqual(raw.statistic!);
    expect(statisticHigh! - statisticLow!).toBeGreaterThan(0.02);
    expect(pValueLow!).toBeLessThanOrEqual(raw.pValue!);
    expect(pValueHigh!).toBeGreaterThanOrEqual(raw.pValue!);
  });

  it('is refined until it is decided on which side of a threshold D lies', () => {
    for (const threshold of [0.9 * raw.statistic!, 1.1 * raw.statistic!]) {
      const edges = refined(tenths, (f, g) => whichBucketsToSplit(f, g, { measure: 'ks', threshold, limit: 64 }));
      const { statisticLow, statisticHigh } = ks(...histograms(edges), OPTIONS);
      expect(threshold < raw.statistic! ? statisticLow! >= threshold : statisticHigh! < threshold).toBe(true);
      expect(edges.length).toBeLessThan(600);
    }
  });

  it('is refined until the verdict is the one on the raw values', () => {
    const strict = { strict: true };
    expect(decide('numeric', ...histograms(tenths), strict).verdict).toBe('inconclusive');
    const edges = refined(tenths, (f, g) =>
      decide('numeric', f, g, strict).verdict === 'inconclusive'
        ? whichBucketsToSplit(f, g, { measure: 'wasserstein', threshold: 0.01, limit: 4 })
        : []
    );
    expect(decide('numeric', ...histograms(edges), strict).verdict).toBe('no_drift');
    expect(decide('numeric', x, y, strict).verdict).toBe('no_drift');
    expect(edges.length).toBeLessThan(100);
  });

  /** Edges with the middles of the buckets asked for, until none is. */
  function refined(start: readonly number[], ask: (f: Histogram, g: Histogram) => readonly BucketToSplit[]): number[] {
    let edges = [...start];
    for (let round = 0; round < 40; round++) {
      const middles = ask(...histograms(edges)).map(({ from, to }) => (from + to) / 2);
      if (middles.length === 0) {
        break;
      }
      edges = [...edges, ...middles].sort((a, b) => a - b);
    }
    return edges;
  }

  function histograms(edges: readonly number[]) {
    return [histogramFromSamples(x, edges), histogramFromSamples(y, edges)] as const;
  }
});
