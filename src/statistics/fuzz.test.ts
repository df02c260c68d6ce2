/** @jest-environment node */
import fc from 'fast-check';
import type { Categories, Distribution, Histogram, Quantiles } from '../distribution/Distribution';
import { sampleFromValues } from '../distribution/sampleFromValues';
import { countsOf } from '../distribution/valueCounts';
import { TEST_NAMES } from '../query/testNames';
import { runTest } from './runTest';
import type { TestResult } from './TestResult';

const number = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, min: -100, max: 100 }),
  fc.integer({ min: 0, max: 50 }).map((i) => 1e9 + i / 1024),
  fc.constantFrom(1e300, -1e300, 1e-300, -1e-300, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 0, -0)
);
const cell = fc.oneof({ weight: 9, arbitrary: number }, fc.constantFrom(NaN, null, 'text', Infinity, -Infinity));
const samples: fc.Arbitrary<Distribution> = fc.oneof(
  fc.array(cell, { maxLength: 40 }).map(sampleFromValues),
  fc.tuple(number, fc.nat(40)).map(([value, rows]) => sampleFromValues(new Array<number>(rows).fill(value)))
);

const count = fc.oneof(fc.nat(6), fc.nat(400), fc.constantFrom(0, 1e9, 1e9 + 1));
const extrapolated = fc.oneof(count, fc.double({ min: 1e-3, max: 50, noNaN: true }));
const absent = fc.record({ missing: fc.nat(5), nan: fc.nat(5) });

const edges = fc
  .tuple(
    fc.uniqueArray(number, { minLength: 2, maxLength: 9, comparator: (a, b) => a === b }),
    fc.boolean(),
    fc.boolean()
  )
  .map(([finite, low, high]) => [
    ...(low ? [-Infinity] : []),
    ...finite.sort((a, b) => a - b),
    ...(high ? [Infinity] : []),
  ]);

const histogram: fc.Arbitrary<Histogram> = fc
  .record({
    edges,
    counts: fc.array(extrapolated, { minLength: 11, maxLength: 11 }),
    absent,
    closed: fc.constantFrom('left' as const, 'right' as const),
    guarantee: fc.constantFrom('exact' as const, 'approximate' as const),
  })
  .map(({ edges: ends, counts, absent: none, closed, guarantee }) => {
    const bins = Float64Array.from(counts.slice(0, ends.length - 1), (x) =>
      guarantee === 'exact' ? Math.round(x) : x
    );
    return {
      kind: 'histogram',
      counts: countsOf(
        bins.reduce((a, b) => a + b, none.missing + none.nan),
        none
      ),
      edges: Float64Array.from(ends),
      bins,
      closed,
      guarantee,
    };
  });

const quantiles: fc.Arbitrary<Quantiles> = fc
  .record({
    values: fc.array(number, { minLength: 1, maxLength: 9 }),
    outermost: fc.boolean(),
    total: count,
    absent,
  })
  .map(({ values, outermost, total, absent: none }) => ({
    kind: 'quantiles',
    counts: countsOf(total + none.missing + none.nan, none),
    probabilities: Float64Array.from(values, (_, i) =>
      outermost && values.length > 1 ? i / (values.length - 1) : (i + 1) / (values.length + 1)
    ),
    values: Float64Array.from(values).sort(),
  }));

const category = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', '', 'a', 'b', 'c', 'true', 'false'),
  fc.string({ maxLength: 3 })
);
const categories: fc.Arbitrary<Categories> = fc
  .record({
    counts: fc.array(fc.tuple(category, count), { maxLength: 8 }),
    rest: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, count),
    absent,
    guarantee: fc.constantFrom('exact' as const, 'approximate' as const),
  })
  .map(({ counts, rest, absent: none, guarantee }) => {
    const byCategory = new Map(counts);
    const values = [...byCategory.values()].reduce((a, b) => a + b, rest);
    return {
      kind: 'categories',
      counts: countsOf(values + none.missing + none.nan, none),
      byCategory,
      rest,
      guarantee,
    };
  });

const distribution = fc.oneof(samples, histogram, quantiles, categories);
const pair = fc.oneof(
  fc.tuple(samples, samples),
  fc.tuple(histogram, histogram),
  histogram.chain((one) => fc.tuple(fc.constant(one), histogramWithEdgesOf(one))),
  fc.tuple(quantiles, quantiles),
  fc.tuple(categories, categories),
  fc.tuple(distribution, distribution)
);

/** Other counts between the same edges, as a store that keeps one layout has them. */
function histogramWithEdgesOf(one: Histogram): fc.Arbitrary<Histogram> {
  return fc.array(fc.nat(400), { minLength: one.bins.length, maxLength: one.bins.length }).map((bins) => ({
    ...one,
    bins: Float64Array.from(bins),
    counts: countsOf(bins.reduce((a, b) => a + b, 0)),
  }));
}

function expectSound(result: TestResult): void {
  const { statistic, statisticLow, statisticHigh, pValue, pValueLow, pValueHigh } = result;
  for (const figure of [statistic, statisticLow, statisticHigh, ...Object.values(result.details ?? {})]) {
    expect(typeof figure === 'number' ? Number.isFinite(figure) : true).toBe(true);
  }
  for (const p of [pValue, pValueLow, pValueHigh]) {
    expect(p === null || (p >= 0 && p <= 1)).toBe(true);
  }
  if (result.undefinedReason !== undefined) {
    expect(result.undefinedReason).not.toBe('');
    expect([statistic, statisticLow, statisticHigh, pValue, pValueLow, pValueHigh].every((x) => x === null)).toBe(true);
    return;
  }
  expect(statistic).not.toBeNull();
  const slack = 1e-9 * (1 + Math.abs(statistic!));
  expect(statisticLow ?? -Infinity).toBeLessThanOrEqual(statistic! + slack);
  expect(statisticHigh ?? Infinity).toBeGreaterThanOrEqual(statistic! - slack);
  if (pValue !== null) {
    expect(pValueLow ?? 0).toBeLessThanOrEqual(pValue + 1e-12);
    expect(pValueHigh ?? 1).toBeGreaterThanOrEqual(pValue - 1e-12);
  }
}

function image(one: Distribution): string {
  return JSON.stringify(one, (_, value: unknown) => {
    if (value instanceof Map) {
      return [...value];
    }
    return value instanceof Float64Array ? Array.from(value, String) : value;
  });
}

it.each([...TEST_NAMES])('%s of any two distributions is sound or says why not, and changes neither', (test) => {
  fc.assert(
    fc.property(pair, fc.constantFrom(0, 20), ([baseline, current], permutations) => {
      const before = [baseline, current].map(image);
      for (const type of ['numeric', 'categorical', 'boolean', 'text'] as const) {
        expectSound(runTest(test, type, baseline, current, { seed: 1, permutations, exactKs: true }));
      }
      expect([baseline, current].map(image)).toEqual(before);
    }),
    { numRuns: 250, seed: 20240501 }
  );
});
