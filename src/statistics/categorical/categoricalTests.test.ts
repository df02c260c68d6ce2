/** @jest-environment node */
import fc from 'fast-check';
import { runTest } from '../runTest';
import { categoriesOf, categoriesWith } from '../testing/distributions';
import { countsFixture } from '../testing/counts.fixture';
import { expectNear } from '../testing/expectNear';
import { expectedTotalVariation } from './expectedTotalVariation';
import { fisherByCategory } from './fisherByCategory';
import { fisherExactPValue } from './fisherExactPValue';
import { frequencyTable } from './frequencyTable';

const OPTIONS = { seed: 1, permutations: 200 };

describe('frequencyTable', () => {
  it('is over the union, largest first, without empty columns, and keeps names that JavaScript knows', () => {
    const baseline = categoriesOf([
      ['__proto__', 3],
      ['b', 5],
      ['never', 0],
    ]);
    const current = categoriesOf([
      ['constructor', 9],
      ['b', 1],
    ]);
    const table = frequencyTable(baseline, current);
    expect(table).toMatchObject({
      categories: ['constructor', 'b', '__proto__'],
      baselineTotal: 8,
      currentTotal: 10,
      restColumn: -1,
    });
    expect('baseline' in table && [[...table.baseline], [...table.current]]).toEqual([
      [0, 5, 3],
      [9, 1, 0],
    ]);
  });

  it('pools what not both sides count', () => {
    // The baseline doesn't list c, which may be among its rest; the current side lists everything.
    const table = frequencyTable(categoriesOf({ a: 50, b: 30 }, { rest: 7 }), categoriesOf({ a: 40, c: 5 }));
    expect(table).toMatchObject({ categories: ['a', 'b', null], restColumn: 2 });
    expect('baseline' in table && [[...table.baseline], [...table.current]]).toEqual([
      [50, 30, 7],
      [40, 0, 5],
    ]);
  });
});

describe('chi-square and G', () => {
  it('find a boolean that collapses, and a new category without calling it certain', () => {
    const half = categoriesOf({ true: 500, false: 500 });
    expect(runTest('chi_square', 'boolean', half, categoriesOf({ true: 1000 }), OPTIONS).pValue).toBeLessThan(1e-10);
    const one = runTest('chi_square', 'categorical', categoriesOf({ a: 999 }), categoriesOf({ a: 999, b: 1 }), OPTIONS);
    expect(one).toMatchObject({ method: 'exact (Fisher)', pValue: 1 });
  });

  it('go by exact counting or random tables where Cochran’s rule fails', () => {
    const small = runTest('chi_square', 'boolean', categoriesWith([3, 1]), categoriesWith([1, 3]), OPTIONS);
    expectNear(small.pValue, 0.4857142857142857);
    const rare = runTest('g_test', 'categorical', categoriesWith([90, 5, 1]), categoriesWith([80, 2, 5]), OPTIONS);
    expect(rare.method).toMatch(/^monte carlo/);
    expect(rare.details).toMatchObject({ degreesOfFreedom: 2, categories: 3 });
  });

  it('are undefined where there is nothing to test', () => {
    for (const test of ['chi_square', 'g_test', 'fisher', 'z'] as const) {
      const run = (a: Record<string, number>, b: Record<string, number>) =>
        runTest(test, 'categorical', categoriesOf(a), categoriesOf(b), OPTIONS);
      expect(run({}, { a: 1 }).undefinedReason).toBe('the baseline has no values');
      expect(run({ a: 1 }, { a: 0 }).undefinedReason).toBe('the current window has no values');
      expect(run({ a: 9 }, { a: 3 }).undefinedReason).toBe('both sides hold one and the same category');
      expect(run({}, {})).toMatchObject({ statistic: null, pValue: null, method: 'none' });
    }
  });

  it('take counts of a billion, and ten thousand categories at once', () => {
    const big = runTest(
      'chi_square',
      'boolean',
      categoriesWith([5e8, 5e8]),
      categoriesWith([5.0004e8, 4.9996e8]),
      OPTIONS
    );
    expectNear(big.statistic, 4e4 ** 2 / 1.00004e9 + 4e4 ** 2 / 0.99996e9);
    const many = Array.from({ length: 10000 }, (_, i) => 1000 + ((i * 7919) % 101));
    const result = runTest(
      'chi_square',
      'categorical',
      categoriesWith(many),
      categoriesWith([...many].reverse()),
      OPTIONS
    );
    expect(result.pValue).toBeGreaterThan(0);
  });

  it('round extrapolated counts where whole ones are needed, and call the result approximate', () => {
    const side = (counts: Record<string, number>) => categoriesOf(counts, { guarantee: 'approximate' });
    const result = runTest('fisher', 'boolean', side({ a: 3.2, b: 0.9 }), side({ a: 1.1, b: 2.8 }), OPTIONS);
    expectNear(result.pValue, fisherExactPValue(3, 1, 1, 3));
    expect(result).toMatchObject({ guarantee: 'approximate', statisticLow: null, pValueHigh: null });
  });
});

describe('fisher and z', () => {
  it('test two categories, and name the one that moved', () => {
    const [before, after] = [categoriesOf({ yes: 30, no: 70 }), categoriesOf({ yes: 55, no: 45 })];
    const fisher = runTest('fisher', 'boolean', before, after, OPTIONS);
    expectNear(fisher.statistic, (45 * 30) / (55 * 70));
    expect(fisher.details?.category).toBe('no');
    expect(runTest('fisher', 'boolean', after, before, OPTIONS)).toMatchObject({
      statistic: fisher.statistic,
      details: { category: 'yes' },
    });
    const z = runTest('z', 'boolean', before, after, OPTIONS);
    const chiSquare = runTest('chi_square', 'boolean', before, after, OPTIONS);
    expect(z.details).toMatchObject({ category: 'yes', baselineShare: 0.3, currentShare: 0.55 });
    expectNear((z.statistic ?? 0) ** 2, chiSquare.statistic ?? NaN);
    expectNear(z.pValue, chiSquare.pValue ?? NaN);
  });

  it('give SciPy’s odds ratio or its reciprocal', () => {
    for (const { table, oddsRatio } of countsFixture.fisher) {
      const [a, b, c, d] = table;
      const result = runTest('fisher', 'boolean', categoriesWith([a, b]), categoriesWith([c, d]), OPTIONS);
      if (result.undefinedReason === undefined && typeof oddsRatio === 'number') {
        expectNear(result.statistic, Math.min(oddsRatio, 1 / oddsRatio));
      }
    }
  });

  it('are undefined for three categories', () => {
    for (const test of ['fisher', 'z'] as const) {
      const result = runTest(test, 'categorical', categoriesWith([1, 2, 3]), categoriesWith([3, 2, 1]), OPTIONS);
      expect(result.undefinedReason).toBe('has 3 categories, not two: use chi_square');
    }
  });
});

describe('fisherByCategory', () => {
  it('tests each category of both sides against the rest', () => {
    const found = fisherByCategory(
      categoriesOf({ a: 5000, rare: 10, old: 8 }),
      categoriesOf({ a: 5000, rare: 40, new: 3 })
    );
    expect(found.map(({ category }) => category).sort()).toEqual(['a', 'new', 'old', 'rare']);
    const rare = found.find(({ category }) => category === 'rare');
    expect(rare).toMatchObject({
      baselineCount: 10,
      currentCount: 40,
      baselineShare: 10 / 5018,
      currentShare: 40 / 5043,
    });
    expect(rare?.pValue).toBe(fisherExactPValue(10, 5008, 40, 5003));
    expect(found.find(({ category }) => category === 'new')?.baselineCount).toBe(0);
  });

  it('never overstates what a side’s rest may hide', () => {
    const before = categoriesOf({ a: 900, b: 60 }, { rest: 40 });
    const after = categoriesOf({ a: 860, c: 100 }, { rest: 40 });
    const found = new Map(fisherByCategory(before, after).map((comparison) => [comparison.category, comparison]));
    expect(found.get('b')).toMatchObject({ currentCount: null, currentShare: null });
    for (let hidden = 0; hidden <= 40; hidden++) {
      expect(found.get('b')?.pValue).toBeGreaterThanOrEqual(fisherExactPValue(60, 940, hidden, 1000 - hidden));
      expect(found.get('c')?.pValue).toBeGreaterThanOrEqual(fisherExactPValue(hidden, 1000 - hidden, 100, 900));
    }
  });

  it('is empty without values, fast with ten thousand categories, and names no property of objects', () => {
    expect(fisherByCategory(categoriesOf({}), categoriesOf({ a: 1 }))).toEqual([]);
    const many = categoriesOf(Array.from({ length: 10000 }, (_, i) => [`c${i}`, 1e5 + (i % 300)] as const));
    expect(fisherByCategory(many, many)).toHaveLength(10000);
    const proto = fisherByCategory(categoriesOf([['__proto__', 4]]), categoriesOf([['toString', 4]]));
    expect(proto.map(({ category }) => category)).toEqual(['__proto__', 'toString']);
  });
});

describe('expectedTotalVariation', () => {
  it('is ½ Σ sqrt(2p(1−p)(1/n + 1/m)/π)', () => {
    const expected = (2 * Math.sqrt((2 * 0.25 * (1 / 100 + 1 / 300)) / Math.PI)) / 2;
    expectNear(expectedTotalVariation(categoriesWith([50, 50]), categoriesWith([150, 150])), expected);
    expect(expectedTotalVariation(categoriesOf({}), categoriesOf({ a: 1 }))).toBeNull();
    expect(expectedTotalVariation(categoriesOf({ a: 3 }), categoriesOf({ a: 1 }))).toBe(0);
  });
});

describe('tests of categories', () => {
  const row = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 });

  it('never answer NaN, don’t depend on names or order, and leave their input alone', () => {
    fc.assert(
      fc.property(row, row, (x, y) => {
        const [a, b] = [categoriesWith(x), categoriesWith(y)];
        const shuffled = (counts: number[]) =>
          categoriesOf(counts.map((count, i) => [`__proto__${i}`, count] as const).reverse());
        for (const test of ['chi_square', 'g_test', 'fisher', 'z', 'missing_rate'] as const) {
          const result = runTest(test, 'categorical', a, b, OPTIONS);
          const numbers = [result.statistic, result.pValue, result.statisticLow, result.pValueHigh];
          expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true);
          expect(result.undefinedReason === undefined).toBe(result.statistic !== null);
          const other = runTest(test, 'categorical', shuffled(x), shuffled(y), OPTIONS);
          expect([other.statistic, other.pValue]).toEqual([result.statistic, result.pValue]);
        }
        expect([[...a.byCategory.values()], [...b.byCategory.values()]]).toEqual([x, y]);
      }),
      { numRuns: 80, seed: 1 }
    );
  });
});
