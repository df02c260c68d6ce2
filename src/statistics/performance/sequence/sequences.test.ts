/** @jest-environment node */
import references from '../../../../tests/fixtures/performance/sequence.json';
import { type SeededRandom, seededRandom } from '../../random/seededRandom';
import { drawNormal } from '../../random/drawNormal';
import { differenceEvidence, windowEvidence } from './differenceEvidence';
import { differenceInterval, type SequenceInterval } from './differenceInterval';
import { learnedRates } from './learnedRates';
import { lossInterval, lossTotals, rhoFor } from './lossInterval';
import type { LossMoments, LossSums } from './LossSums';
import { pairedInterval } from './pairedInterval';
import type { ShadowCounts } from './ShadowCounts';
import type { VersionCounts } from './VersionCounts';

const ALPHA = 0.05;

describe('evidence and interval of two shares', () => {
  it.each(references.shares)('is what mpmath finds by the definition: $name', ({ windows, evidence, low, high }) => {
    const counts = windows.map(([oldRows, oldHits, newRows, newHits]) => ({ oldRows, oldHits, newRows, newHits }));
    const bets = learnedRates(counts);
    for (const { difference, value } of evidence) {
      expect(Math.abs(differenceEvidence(counts, bets, difference) - value)).toBeLessThan(1e-7 * (1 + Math.abs(value)));
    }
    const interval = found(differenceInterval(counts, ALPHA));
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it('has evidence of expectation at most 1 in any window, whatever the rates', () => {
    const bet = { old: 0.7, new: 0.62 };
    for (const [p, difference] of [
      [0.1, 0.05],
      [0.5, 0],
      [0.8, -0.1],
      [0.95, -0.4],
      [0.02, 0.9],
    ]) {
      const expected = expectedEvidence(6, 4, p, difference, bet);
      expect(expected).toBeLessThanOrEqual(1 + 1e-9);
      expect(expected).toBeGreaterThan(0);
    }
  });

  it('is rarely ever outside in 300 looks, where a test at each look mostly is', () => {
    const tries = 300;
    let [outside, repeated] = [0, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const random = seededRandom(attempt, 'looks');
      const windows = Array.from({ length: 300 }, () => window(random, 20, 0.8, 20, 0.8));
      outside += everOutside(windows, 0) ? 1 : 0;
      repeated += everSignificant(windows) ? 1 : 0;
    }
    expect(outside / tries).toBeLessThan(0.05);
    expect(repeated / tries).toBeGreaterThan(0.3);
  });

  it('is not misled by a canary that grows while both versions sag, as pooled counts are', () => {
    const tries = 60;
    let [outside, pooled] = [0, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const random = seededRandom(attempt, 'canary');
      const windows = Array.from({ length: 100 }, (_, i) => {
        const share = 0.01 + (0.49 * i) / 99;
        const rate = 0.8 - (0.12 * i) / 99;
        return window(random, Math.round(200 * (1 - share)), rate, Math.max(1, Math.round(200 * share)), rate);
      });
      outside += everOutside(windows, 0) ? 1 : 0;
      pooled += Math.abs(pooledZ(windows)) > 1.96 ? 1 : 0;
    }
    expect(outside / tries).toBeLessThanOrEqual(0.05);
    expect(pooled / tries).toBeGreaterThan(0.9);
  });

  it('leaves an interval of differences, in 60 of 60 tries', () => {
    for (let attempt = 0; attempt < 60; attempt++) {
      const random = seededRandom(attempt, 'interval');
      const rate = random.next();
      const other = random.next();
      const windows = Array.from({ length: 1 + random.below(12) }, () =>
        window(random, 1 + random.below(60), rate, 1 + random.below(60), other)
      );
      const interval = found(differenceInterval(windows, ALPHA));
      const bets = learnedRates(windows);
      for (let k = 1; k < 400; k++) {
        const difference = k / 200 - 1;
        const isIn = differenceEvidence(windows, bets, difference) < -Math.log(ALPHA);
        expect(isIn).toBe(difference > interval.low && difference < interval.high);
      }
    }
  });

  it('says nothing of versions that never got rows in the same window', () => {
    expect(differenceInterval([], ALPHA)).toBeNull();
    const apart = [
      { oldRows: 900, oldHits: 800, newRows: 0, newHits: 0 },
      { oldRows: 0, oldHits: 0, newRows: 900, newHits: 500 },
    ];
    expect(differenceInterval(apart, ALPHA)).toBeNull();
    expect(windowEvidence(apart[0], { old: 0.5, new: 0.5 }, 0.9)).toBe(0);
  });

  it('is defined where all rows are right, or none', () => {
    for (const hits of [0, 40]) {
      const all = Array.from({ length: 9 }, () => ({ oldRows: 40, oldHits: hits, newRows: 40, newHits: hits }));
      const interval = found(differenceInterval(all, ALPHA));
      expect(interval.difference).toBe(0);
      expect(interval.low).toBeGreaterThan(-0.1);
      expect(interval.high).toBeLessThan(0.1);
    }
  });
});

describe('interval of two mean losses', () => {
  it.each(references.losses)('is what NumPy computes: $name', ({ windows, rho, low, high }) => {
    const interval = lossInterval(windows, rho, ALPHA);
    expect(interval?.low).toBeCloseTo(low, 9);
    expect(interval?.high).toBeCloseTo(high, 9);
  });

  it('is rarely ever outside in 100 looks, of skewed losses whose level moves', () => {
    const tries = 200;
    let outside = 0;
    for (let attempt = 0; attempt < tries; attempt++) {
      const random = seededRandom(attempt, 'losses');
      const windows: LossSums[] = [];
      let ever = false;
      for (let look = 0; look < 100; look++) {
        const level = 1 + 0.3 * Math.sin(look / 20);
        const draw = () => level * Math.exp(drawNormal(random));
        windows.push({ old: moments(60, draw), new: moments(20, draw) });
      }
      const rho = rhoFor(4.7, 0.16);
      for (let look = 1; look <= 100; look++) {
        const { low, high } = lossInterval(windows.slice(0, look), rho, ALPHA)!;
        ever ||= low > 0 || high < 0;
      }
      outside += ever ? 1 : 0;
    }
    expect(outside / tries).toBeLessThan(0.06);
  });

  it('says nothing without rows on both sides, or where no loss varies', () => {
    const none = { rows: 0, mean: 0, variance: 0 };
    const same = { rows: 50, mean: 2, variance: 0 };
    expect(lossInterval([{ old: same, new: none }], 1, ALPHA)).toBeNull();
    expect(lossInterval([{ old: same, new: same }], 1, ALPHA)).toBeNull();
    expect(lossTotals([{ old: same, new: none }]).weight).toBe(0);
  });
});

describe('a shadow version on the same rows', () => {
  it.each(references.shadow)(
    'has the interval that NumPy computes: $name',
    ({ days, margin, difference, low, high }) => {
      const counts = days.map(([rows, oldOnly, newOnly]) => ({ rows, oldOnly, newOnly }));
      const interval = pairedInterval(counts, margin, ALPHA);
      expect(interval?.difference).toBeCloseTo(difference, 12);
      expect(interval?.low).toBeCloseTo(low, 9);
      expect(interval?.high).toBeCloseTo(high, 9);
    }
  );

  it('says nothing of a single day', () => {
    expect(pairedInterval([{ rows: 90, oldOnly: 3, newOnly: 9 }], 0.02, ALPHA)).toBeNull();
  });

  it('is not certain where both are right on the same rows', () => {
    const same = { rows: 90, oldOnly: 0, newOnly: 0 };
    const { difference, low, high } = found(pairedInterval([same, same], 0.02, ALPHA));
    expect(difference).toBe(0);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it.each([
    ['rows that are independent', 0],
    ['rows of a day that hang together', 0.08],
  ])('is rarely ever outside in 60 looks from the fourteenth day on, of %s', (_, spread) => {
    const tries = 500;
    let [outside, repeated] = [0, 0];
    for (let attempt = 0; attempt < tries; attempt++) {
      const random = seededRandom(attempt, `shadow ${spread}`);
      const days: ShadowCounts[] = [];
      let [ever, significant] = [false, false];
      for (let look = 0; look < 74; look++) {
        days.push(pairedDay(random, spread));
        if (days.length >= 14) {
          const { difference, low, high, variance } = found(pairedInterval(days, 0.02, ALPHA));
          const rows = days.reduce((sum, day) => sum + day.rows, 0);
          ever ||= low > 0 || high < 0;
          significant ||= Math.abs(difference * rows) > 2 * Math.sqrt(variance);
        }
      }
      outside += ever ? 1 : 0;
      repeated += significant ? 1 : 0;
    }
    expect(outside / tries).toBeLessThan(0.05);
    expect(repeated / tries).toBeGreaterThan(0.12);
  });
});

/** About 60 rows, a tenth of which one version alone gets right; which of both differs from day to day by `spread`. */
function pairedDay(random: SeededRandom, spread: number): ShadowCounts {
  const rows = 30 + random.below(60);
  const tilt = Math.max(-0.1, Math.min(0.1, spread * drawNormal(random)));
  let [oldOnly, newOnly] = [0, 0];
  for (let i = 0; i < rows; i++) {
    const draw = random.next();
    newOnly += draw < 0.05 + tilt / 2 ? 1 : 0;
    oldOnly += draw >= 0.05 + tilt / 2 && draw < 0.1 ? 1 : 0;
  }
  return { rows, oldOnly, newOnly };
}

function found<Interval extends SequenceInterval>(interval: Interval | null): Interval {
  if (interval === null) {
    throw new Error('no interval');
  }
  return interval;
}

/** The sum over all outcomes of probability times evidence. */
function expectedEvidence(n: number, m: number, p: number, difference: number, bet: { old: number; new: number }) {
  let sum = 0;
  for (let s = 0; s <= n; s++) {
    for (let t = 0; t <= m; t++) {
      const counts = { oldRows: n, oldHits: s, newRows: m, newHits: t };
      const probability = binomial(n, s, p) * binomial(m, t, p + difference);
      sum += probability * Math.exp(windowEvidence(counts, bet, difference));
    }
  }
  return sum;
}

function binomial(n: number, k: number, p: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) {
    ways *= (n - k + i) / i;
  }
  return ways * p ** k * (1 - p) ** (n - k);
}

function window(random: SeededRandom, oldRows: number, p: number, newRows: number, q: number): VersionCounts {
  return { oldRows, oldHits: hits(random, oldRows, p), newRows, newHits: hits(random, newRows, q) };
}

function hits(random: SeededRandom, rows: number, rate: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    sum += random.next() < rate ? 1 : 0;
  }
  return sum;
}

function everOutside(windows: readonly VersionCounts[], difference: number): boolean {
  const bets = learnedRates(windows);
  let evidence = 0;
  return windows.some((counts, i) => (evidence += windowEvidence(counts, bets[i], difference)) >= -Math.log(ALPHA));
}

function everSignificant(windows: readonly VersionCounts[]): boolean {
  return windows.some((_, i) => i > 0 && i % 3 === 0 && Math.abs(pooledZ(windows.slice(0, i + 1))) > 1.96);
}

function pooledZ(windows: readonly VersionCounts[]): number {
  const sum = (key: keyof VersionCounts) => windows.reduce((total, counts) => total + counts[key], 0);
  const [n, s, m, t] = [sum('oldRows'), sum('oldHits'), sum('newRows'), sum('newHits')];
  const p = (s + t) / (n + m);
  return (t / m - s / n) / Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
}

function moments(rows: number, draw: () => number): LossMoments {
  const values = Array.from({ length: rows }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / rows;
  return { rows, mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1) };
}
