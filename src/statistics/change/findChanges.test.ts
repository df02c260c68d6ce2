/** @jest-environment node */
import { seededRandom, type SeededRandom } from '../random/seededRandom';
import { findChanges } from './findChanges';
import { autoregression, heavyNoise, wandering } from './testing/noise';

const SIZE = 336;
const RUNS = 10;
const ALPHA = 0.01;

type Draw = (random: SeededRandom) => number[];
const NOISES: ReadonlyArray<readonly [string, Draw]> = [
  ['independent', (random) => autoregression(0, SIZE, random)],
  ['autocorrelated by .5', (random) => autoregression(0.5, SIZE, random)],
  ['autocorrelated by .9', (random) => autoregression(0.9, SIZE, random)],
  ['heavy', (random) => heavyNoise(SIZE, random)],
  ['wandering beside noise', (random) => wandering(SIZE, random)],
  ['skewed', (random) => autoregression(0.9, SIZE, random).map((value) => Math.exp(1.2 * value))],
];

describe('findChanges', () => {
  // Where one in 100 is asked for, two of ten happen once in 250 times.
  it.each(NOISES)('finds nothing where nothing changes: %s', (name, draw) => {
    const random = seededRandom(1, name);
    const found = Array.from({ length: RUNS }, () => findChanges(draw(random), { alpha: ALPHA }).changes.length > 0);
    expect(found.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it.each(NOISES.slice(0, 5))('finds a step of three standard deviations, and its place: %s', (name, draw) => {
    const random = seededRandom(2, name);
    let [exact, covered] = [0, 0];
    for (let run = 0; run < RUNS; run++) {
      const at = 80 + random.below(SIZE - 160);
      const { changes } = findChanges(
        plus(draw(random), (t) => 3 * Number(t >= at)),
        { alpha: ALPHA }
      );
      exact += Number(changes.length === 1 && Math.abs(changes[0].start - at) <= 10);
      covered += Number(changes.some(({ interval }) => interval !== null && interval[0] <= at && at <= interval[1]));
    }
    expect(exact).toBeGreaterThanOrEqual(8);
    expect(covered).toBeGreaterThanOrEqual(8);
  });

  it('tells a ramp from a step, with its width', () => {
    const random = seededRandom(3, 'ramps');
    const ramps = Array.from({ length: RUNS }, () => {
      const ramp = (t: number) => 3 * Math.min(1, Math.max(0, (t - 140) / 48));
      return findChanges(plus(autoregression(0, SIZE, random), ramp), { alpha: ALPHA }).changes;
    });
    const gradual = ramps.filter((changes) => changes.length === 1 && changes[0].kind === 'gradual');
    expect(gradual.length).toBeGreaterThanOrEqual(8);
    const widths = gradual.map(([{ start, end, width }]) => width ?? end - start).sort((a, b) => a - b);
    expect(widths[widths.length >> 1]).toBeGreaterThan(30);
    expect(widths[widths.length >> 1]).toBeLessThan(70);
  });

  it('takes a straight trend for one gradual change', () => {
    const random = seededRandom(4, 'trend');
    const { changes } = findChanges(
      plus(autoregression(0, SIZE, random), (t) => (10 * t) / SIZE),
      { alpha: ALPHA }
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: 'gradual' });
    expect(changes[0].end - changes[0].start).toBeGreaterThan(SIZE / 2);
  });

  it.each([0, 0.5])('takes a trend that turns for two gradual changes, in noise autocorrelated by %s', (phi) => {
    const random = seededRandom(10, `turn ${phi}`);
    const turning = Array.from({ length: RUNS }, () =>
      findChanges(
        plus(autoregression(phi, SIZE, random), (t) => 10 * Math.abs(t / 150 - 1)),
        { alpha: ALPHA }
      ).changes.map(({ kind, before, after }) => `${kind} ${after < before ? 'down' : 'up'}`)
    );
    const both = turning.filter((kinds) => kinds.join() === 'gradual down,gradual up');
    expect(both.length).toBeGreaterThanOrEqual(8);
  });

  it('finds nothing more beside a clean step, where only rounding is left', () => {
    const step = [...new Array<number>(22).fill(500), ...new Array<number>(13).fill(1100)];
    const { changes } = findChanges(step, { alpha: ALPHA });
    expect(changes).toMatchObject([{ kind: 'abrupt', start: 22, before: 500, after: 1100 }]);
  });

  it('finds a pattern that recurs, and the step beside it', () => {
    const random = seededRandom(5, 'season');
    const day = (t: number) => 3 * Number(t % 24 < 3) + 2 * Number(t >= 200);
    const { recurring, changes } = findChanges(plus(autoregression(0.3, SIZE, random), day), { alpha: ALPHA });
    expect(recurring?.period).toBe(24);
    expect((recurring?.high ?? 0) - (recurring?.low ?? 0)).toBeGreaterThan(2);
    expect(changes).toHaveLength(1);
    expect(Math.abs(changes[0].start - 200)).toBeLessThanOrEqual(4);
  });

  it('takes a season away that is asked for, without taking a step for a part of it', () => {
    const random = seededRandom(6, 'season');
    const season = { period: 24, phases: Array.from({ length: SIZE }, (_, t) => t % 24) };
    const values = plus(
      autoregression(0.5, SIZE, random),
      (t) => 4 * Math.sin((t * Math.PI) / 12) + 3 * Number(t >= 170)
    );
    const { recurring, changes } = findChanges(values, { alpha: ALPHA, season });
    expect(recurring).toBeNull();
    expect(changes.map(({ kind }) => kind)).toEqual(['abrupt']);
    expect(Math.abs(changes[0].start - 170)).toBeLessThanOrEqual(3);
  });

  it('says of a step behind a gap that it may lie anywhere in the gap', () => {
    const random = seededRandom(7, 'gap');
    const values = plus(autoregression(0, 120, random), (t) => 5 * Number(t >= 60));
    const gapped = values.map((value, t) => (t >= 50 && t < 70 ? null : value));
    const { changes } = findChanges(gapped, { alpha: ALPHA });
    expect(changes).toHaveLength(1);
    expect(changes[0].start).toBe(70);
    expect(changes[0].interval).toEqual([50, 70]);
  });

  it('finds a clean step of a constant, and no change in one odd window, rare events or too few windows', () => {
    const constant = (odd: (t: number) => number) =>
      findChanges(plus(new Array<number>(100).fill(5), odd), { alpha: ALPHA }).changes;
    expect(constant((t) => Number(t >= 60))).toMatchObject([{ start: 60, interval: [60, 60], before: 5, after: 6 }]);
    expect(constant((t) => 9 * Number(t === 60))).toEqual([]);
    expect(constant((t) => Number(t % 17 === 3))).toEqual([]);
    expect(constant(() => 0)).toEqual([]);
    expect(findChanges([1, 1, 1, 1, 9, 9, 9, 9, 9], { alpha: ALPHA }).changes).toEqual([]);
    expect(findChanges([], { alpha: ALPHA }).changes).toEqual([]);
  });

  it('gives a chance below alpha for each change, and the levels on both sides', () => {
    const random = seededRandom(8, 'levels');
    const values = plus(autoregression(0, 200, random), (t) => 10 + 6 * Number(t >= 90));
    const { changes, levels } = findChanges(values, { alpha: ALPHA });
    expect(changes[0].pValue).toBeLessThan(1e-6);
    expect(changes[0].before).toBeCloseTo(10, 0);
    expect(changes[0].after).toBeCloseTo(16, 0);
    expect(changes[0].size).toBeCloseTo(6, -0.5);
    expect(levels[0]).toBeCloseTo(changes[0].before, 9);
    expect(levels[199]).toBeCloseTo(changes[0].after, 9);
  });

  it('takes 2,000 windows in a few seconds, though other tests run beside it', () => {
    const random = seededRandom(9, 'long');
    const values = plus(autoregression(0.7, 2000, random), (t) => 3 * Number(t >= 700) + 3 * Number(t >= 1500));
    const begin = performance.now();
    expect(findChanges(values, { alpha: ALPHA }).changes).toHaveLength(2);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});

function plus(values: readonly number[], change: (t: number) => number): number[] {
  return values.map((value, t) => value + change(t));
}
