/** @jest-environment node */
import fc from 'fast-check';
import type { TestName } from '../../query/testNames';
import { runTest } from '../runTest';
import { categoriesOf, histogramOf, quantilesOf, samplesOf } from '../testing/distributions';
import { expectNear } from '../testing/expectNear';
import { binnedTable } from './binnedTable';
import { decileBins } from './decileBins';
import { sturgesBins } from './sturgesBins';

const OPTIONS = { seed: 1, permutations: 50 };
const DISTANCES = [
  'psi',
  'kl',
  'jensen_shannon',
  'jensen_shannon_nats',
  'hellinger',
  'total_variation',
  'l_infinity',
] as const satisfies readonly TestName[];
const oneToHundred = Array.from({ length: 100 }, (_, i) => i + 1);

describe('decileBins', () => {
  it('cuts at the type-7 deciles of the baseline', () => {
    const bins = decileBins(samplesOf(oneToHundred), samplesOf([1]));
    expect(bins).toMatchObject({ closed: 'right', guarantee: 'exact' });
    const cuts = 'cuts' in bins ? bins.cuts : [];
    [10.9, 20.8, 30.7, 40.6, 50.5, 60.4, 70.3, 80.2, 90.1].forEach((cut, k) => expectNear(cuts[k], cut, 1e-14));
  });

  it('merges duplicates, drops a cut that nothing lies above, and survives infinities and overflow', () => {
    const cutsOf = (values: number[]) => {
      const bins = decileBins(samplesOf(values), samplesOf([0]));
      return 'cuts' in bins ? bins.cuts : null;
    };
    expect(cutsOf([5, 5, 5])).toEqual([5]);
    expect(cutsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7])).toEqual([0]);
    expect(cutsOf([-Infinity, Infinity])).toEqual([-Infinity]);
    expect(cutsOf([Infinity, Infinity])).toEqual([]);
    expect(cutsOf([-1.7e308, 1.7e308])?.every(Number.isFinite)).toBe(true);
    expect(cutsOf([])).toBeNull();
  });

  it('moves to the edges of a histogram, all of them where there are few', () => {
    const wide = histogramOf([0, 10, 20, 30, Infinity], [5, 10, 10, 5]);
    expect(decileBins(wide, wide)).toMatchObject({ cuts: [10, 20, 30], guarantee: 'approximate' });
    const edges = Array.from({ length: 201 }, (_, i) => i);
    const fine = histogramOf(edges, new Array<number>(200).fill(5));
    expect(decileBins(fine, fine)).toMatchObject({ cuts: [20, 40, 60, 80, 100, 120, 140, 160, 180] });
    const other = histogramOf([0, 50, 100, 150, 200], [1, 2, 3, 4]);
    expect(decileBins(fine, other)).toMatchObject({ cuts: [50, 100, 150] });
    expect(decileBins(histogramOf([0, 1], [5]), wide)).toMatchObject({ cuts: [10, 20, 30] });
    expect(decileBins(histogramOf([0, 1], [5]), samplesOf([3]))).toHaveProperty('undefinedReason');
  });
});

describe('counts between cuts', () => {
  it('are those of the raw values where the cuts are edges', () => {
    const values = oneToHundred.map((x) => (x * 7919) % 101);
    const edges = [0, 10, 25, 60, 101];
    const bins = edges.slice(1).map((high, i) => values.filter((x) => x > edges[i] && x <= high).length);
    const histogram = histogramOf(edges, bins);
    const fromRaw = binnedTable(histogram, samplesOf(values));
    expect(fromRaw).toMatchObject({ bins: "histogram's buckets" });
    expect('current' in fromRaw && [...fromRaw.current]).toEqual(bins);
  });

  it('interpolate between quantiles, keep the total, and say that they are approximate', () => {
    const sketch = quantilesOf(1000, [0, 0.5, 1], [0, 50, 100]);
    const table = binnedTable(samplesOf(oneToHundred), sketch);
    expect(table).toMatchObject({ guarantee: 'approximate', currentTotal: 1000 });
    expectNear('current' in table ? table.current[0] : NaN, 109);
    const shifted = runTest('psi', 'numeric', sketch, quantilesOf(1000, [0, 0.5, 1], [40, 90, 140]), OPTIONS);
    expect(shifted.statistic).toBeGreaterThan(1);
    expect(shifted).toMatchObject({ statisticLow: null, statisticHigh: null, guarantee: 'approximate' });
  });
});

describe('sturgesBins', () => {
  it('makes one bin a value up to 20 distinct values of the baseline', () => {
    const twenty = oneToHundred.map((x) => x % 20);
    expect(sturgesBins(samplesOf(twenty), samplesOf([3.5, 25]))).toMatchObject({ name: 'values' });
    const result = runTest('psi_sturges', 'numeric', samplesOf(twenty), samplesOf([3.5, 25]), OPTIONS);
    expect(result.details?.bins).toBe(22);
  });

  it('has no bins for an infinite range, nor for one too narrow to cut', () => {
    expect(sturgesBins(samplesOf(oneToHundred), samplesOf([Infinity]))).toHaveProperty('undefinedReason');
    const close = oneToHundred.map((_, i) => 1 + i * Number.EPSILON);
    const result = runTest('psi_sturges', 'numeric', samplesOf(close), samplesOf(close), OPTIONS);
    expect(result.statistic === 0 || result.undefinedReason !== undefined).toBe(true);
  });
});

describe('distances of shares', () => {
  const count = fc.integer({ min: 0, max: 3000 });
  const counts = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 12 });
  const sides = (pairs: Array<[number, number]>, name = (i: number) => `c${i}`) =>
    [0, 1].map((side) => categoriesOf(pairs.map((pair, i) => [name(i), pair[side]] as const)));

  it('are finite or undefined with a reason, in their range, and don’t depend on names or order', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [a, b] = sides(pairs);
        const names = [
          '__proto__',
          'constructor',
          'toString',
          '',
          'hasOwnProperty',
          'ü',
          ' ',
          '0',
          '-1',
          'null',
          'z',
          'x',
        ];
        const [renamedA, renamedB] = sides([...pairs].reverse(), (i) => names[i]);
        for (const test of DISTANCES) {
          const result = runTest(test, 'categorical', a, b, OPTIONS);
          const renamed = runTest(test, 'categorical', renamedA, renamedB, OPTIONS);
          expect(renamed).toEqual(result);
          if (result.undefinedReason !== undefined) {
            expect(result.statistic).toBeNull();
            continue;
          }
          expect(result.statistic).toBeGreaterThanOrEqual(0);
          expect(result.statistic).toBeLessThanOrEqual(test === 'psi' || test === 'kl' ? 100 : 1);
          expect(result.pValue).toBeGreaterThanOrEqual(0);
          expect(result.pValue).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60, seed: 1 }
    );
  });

  it('are symmetric, but for KL, p-value and all', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [a, b] = sides(pairs);
        for (const test of DISTANCES.filter((name) => name !== 'kl')) {
          const there = runTest(test, 'categorical', a, b, OPTIONS);
          const back = runTest(test, 'categorical', b, a, OPTIONS);
          if (there.undefinedReason === undefined) {
            expectNear(back.statistic, there.statistic ?? NaN, 1e-12);
            expectNear(back.pValue, there.pValue ?? NaN, 1e-6);
          }
        }
      }),
      { numRuns: 60, seed: 2 }
    );
  });

  it('never grow when two categories are merged, where they are divergences', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { minLength: 3, maxLength: 12 }), (pairs) => {
        const [first, second, ...others] = pairs;
        const merged: Array<[number, number]> = [[first[0] + second[0], first[1] + second[1]], ...others];
        const [a, b] = sides(pairs);
        const [c, d] = sides(merged);
        for (const test of ['total_variation', 'jensen_shannon', 'hellinger'] as const) {
          const fine = runTest(test, 'categorical', a, b, OPTIONS).statistic;
          const coarse = runTest(test, 'categorical', c, d, OPTIONS).statistic;
          expect(coarse ?? 0).toBeLessThanOrEqual((fine ?? 0) + 1e-12);
        }
      }),
      { numRuns: 60, seed: 3 }
    );
  });

  it('are bracketed where a side only counts its largest categories', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count), { minLength: 4, maxLength: 12 }),
        fc.nat({ max: 3 }),
        (pairs, kept) => {
          const [a, b] = sides(pairs);
          const topOf = ({ byCategory }: typeof a) => {
            const sorted = [...byCategory].sort((x, y) => y[1] - x[1]);
            const rest = sorted.slice(kept + 1).reduce((sum, [, value]) => sum + value, 0);
            return categoriesOf(sorted.slice(0, kept + 1), { rest });
          };
          for (const test of ['total_variation', 'jensen_shannon', 'hellinger', 'l_infinity'] as const) {
            const truth = runTest(test, 'categorical', a, b, OPTIONS).statistic;
            const bounds = runTest(test, 'categorical', topOf(a), topOf(b), OPTIONS);
            if (truth !== null) {
              expect(bounds.statisticLow).toBeLessThanOrEqual(truth + 1e-12);
              expect(bounds.statisticHigh).toBeGreaterThanOrEqual(truth - 1e-12);
            }
          }
        }
      ),
      { numRuns: 60, seed: 4 }
    );
  });

  it('of numbers are finite or undefined with a reason, whatever the numbers', () => {
    const numbers = fc.array(
      fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 1e300, -1e300, 1e-300, 1e9, Infinity, -Infinity, NaN)),
      { maxLength: 60 }
    );
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        const [a, b] = [samplesOf(x), samplesOf(y)];
        const [before, after] = [a.sorted.slice(), b.sorted.slice()];
        for (const test of [...DISTANCES, 'psi_sturges', 'missing_rate'] as const) {
          const result = runTest(test, 'numeric', a, b, OPTIONS);
          if (result.undefinedReason === undefined) {
            expect(Number.isFinite(result.statistic)).toBe(true);
            expect(result.pValue).toBeGreaterThan(0);
            expect(result.pValue).toBeLessThanOrEqual(1);
          } else {
            expect(result.statistic).toBeNull();
          }
        }
        expect([a.sorted, b.sorted]).toEqual([before, after]);
      }),
      { numRuns: 150, seed: 5 }
    );
  });

  it('of one category on both sides are 0 with p 1', () => {
    for (const test of DISTANCES) {
      const result = runTest(test, 'categorical', categoriesOf({ a: 5 }), categoriesOf({ a: 90 }), OPTIONS);
      expect(result).toMatchObject({ statistic: 0, pValue: 1 });
    }
  });
});
