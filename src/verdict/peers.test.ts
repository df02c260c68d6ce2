/** @jest-environment node */
import { equalShares, inverse, normal, shares } from '../../bench/false-alarms/populations';
import { simulate, type Case } from '../../bench/false-alarms/simulate';
import { wilsonInterval } from '../../bench/false-alarms/wilsonInterval';
import type { Distribution } from '../distribution/Distribution';
import { histogramFromSamples } from '../distribution/histogramFromSamples';
import { decisionSchema } from '../query/decision';
import type { FeatureType } from '../query/featureType';
import { ks } from '../statistics/numeric/ks';
import { whichBucketsToSplit } from '../statistics/numeric/whichBucketsToSplit';
import { seededRandom } from '../statistics/random/seededRandom';
import { decideWindow } from './decideWindow';
import { categories, noise, samples } from './testSamples';

const ALPHA = 0.05;
const OPTIONS = { seed: 1, permutations: 1000 };

function decide(type: FeatureType, baseline: Distribution, current: Distribution) {
  const comparison = { feature: 'x', type, segment: {}, baseline, current };
  return decideWindow([comparison], 'auto', decisionSchema.parse({}))[0];
}

/** Fails where the simulated rate contradicts alpha: its 95 % interval lies above, or reaches too far to mean anything. */
function expectAtMostAlpha(count: number, repetitions: number): void {
  const [low, high] = wilsonInterval(count, repetitions);
  expect(low).toBeLessThanOrEqual(ALPHA);
  expect(high).toBeLessThanOrEqual(1.7 * ALPHA);
}

function expectFewFalseAlarms(simulated: Case): void {
  const { significant, alarmed, repetitions } = simulate(simulated);
  expectAtMostAlpha(significant, repetitions);
  expect(alarmed).toBeLessThanOrEqual(significant);
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
    const [x, y] = [before, after].map((from) => samples([...from.draw(10_000, random, false)]));

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

describe('false alarms of distances without a null distribution', () => {
  it.each([100, 200, 500])('a baseline of 2,000 and a current sample of %i: at most alpha', (current) => {
    expectFewFalseAlarms({
      name: 'normal',
      population: normal(),
      baseline: 2000,
      current,
      features: 1,
      repetitions: 1000,
    });
  });

  it.each([20, 50])('%i categories, 2,000 and 200 rows: at most alpha', (count) => {
    expectFewFalseAlarms({
      name: 'equal shares',
      population: shares(equalShares(count)),
      baseline: 2000,
      current: 200,
      features: 1,
      repetitions: 500,
    });
  });
});

it('20 independent features alarm at most in alpha of the windows', () => {
  expectFewFalseAlarms({
    name: 'normal',
    population: normal(),
    baseline: 600,
    current: 600,
    features: 20,
    repetitions: 500,
  });
});

describe('a spike of 2 % seen through 10 bins', () => {
  const spiked = inverse((u, drifted) => (drifted && u < 0.02 ? 0.57 : u));
  const random = seededRandom(1, 'spike');
  const [x, y] = [false, true].map((drifted) => samples([...spiked.draw(50_000, random, drifted)]));
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

  it('is refined until a threshold just below and one just above D are decided', () => {
    for (const threshold of [0.9 * raw.statistic!, 1.1 * raw.statistic!]) {
      let edges = tenths;
      for (let round = 0; round < 40; round++) {
        const [f, g] = [x, y].map((sample) => histogramFromSamples(sample, edges));
        const split = whichBucketsToSplit(f, g, { measure: 'ks', threshold, limit: 4 });
        if (split.length === 0) {
          break;
        }
        const middles = split.map(({ from, to }) => (from + to) / 2);
        edges = [...edges, ...middles].sort((a, b) => a - b);
      }
      const { statisticLow, statisticHigh } = ks(...histograms(edges), OPTIONS);
      expect(threshold < raw.statistic! ? statisticLow! >= threshold : statisticHigh! < threshold).toBe(true);
      expect(edges.length).toBeLessThan(200);
    }
  });

  function histograms(edges: readonly number[]) {
    return [histogramFromSamples(x, edges), histogramFromSamples(y, edges)] as const;
  }
});
