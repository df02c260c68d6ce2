/** @jest-environment node */
import fc from 'fast-check';
import type { Distribution, Histogram, Samples } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import type { TestOptions, TestResult } from '../TestResult';
import { TEST_FUNCTIONS } from '../testFunctions';
import { shiftInDeviations } from './wassersteinNormed';
import { expectedWassersteinNormed } from './expectedWassersteinNormed';
import { whichBucketsToSplit } from './whichBucketsToSplit';

const OPTIONS: TestOptions = { seed: 1, permutations: 50, exactKs: true };
const RANK_TESTS = ['ks', 'anderson_darling', 'cramer_von_mises', 'mann_whitney'] as const;
const ALL = [
  ...RANK_TESTS,
  'welch_t',
  'student_t',
  'epps_singleton',
  'energy',
  'wasserstein',
  'wasserstein_normed',
  'mmd',
] as const;

const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, min: -100, max: 100 }),
  fc.constantFrom(1e300, -1e300, 1e-300, -1e-300, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 1e9 + 1e-6, 0, -0),
  fc.constantFrom(Infinity, -Infinity)
);
const anyCell = fc.oneof({ weight: 8, arbitrary: anyNumber }, fc.constantFrom(NaN, null, '', 'text'));
const anySample = fc.array(anyCell, { maxLength: 40 }).map(sampleFromValues);
const moderate = fc
  .array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ noNaN: true, min: -9, max: 9 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map(sampleFromValues);
const edgesOf = fc
  .uniqueArray(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true, min: -10, max: 10 })), {
    minLength: 2,
    maxLength: 9,
    comparator: (a, b) => a === b,
  })
  .map((edges) => edges.sort((a, b) => a - b));
const closed = fc.constantFrom('left' as const, 'right' as const);

const figures = ({ statistic, statisticLow, statisticHigh, pValue, pValueLow, pValueHigh }: TestResult) => [
  ...[statistic, statisticLow, statisticHigh],
  ...[pValue, pValueLow, pValueHigh],
];

function frozenCopy(distribution: Distribution): string {
  return JSON.stringify(distribution, (_, value: unknown) =>
    value instanceof Float64Array ? Array.from(value, String) : value
  );
}

function expectSound(result: TestResult): void {
  figures(result).forEach((figure) => expect(figure === null || Number.isFinite(figure)).toBe(true));
  if (result.undefinedReason !== undefined) {
    expect(figures(result).every((figure) => figure === null)).toBe(true);
  } else {
    expect(result.statistic).not.toBeNull();
  }
  for (const p of [result.pValue, result.pValueLow, result.pValueHigh]) {
    expect(p === null || (p >= 0 && p <= 1)).toBe(true);
  }
  if (result.statistic !== null && result.statisticLow !== null && result.statisticHigh !== null) {
    const slack = 1e-9 * (1 + Math.abs(result.statistic));
    expect(result.statisticLow).toBeLessThanOrEqual(result.statistic + slack);
    expect(result.statisticHigh).toBeGreaterThanOrEqual(result.statistic - slack);
  }
  if (result.pValue !== null && result.pValueLow !== null && result.pValueHigh !== null) {
    expect(result.pValueLow).toBeLessThanOrEqual(result.pValue + 1e-12);
    expect(result.pValueHigh).toBeGreaterThanOrEqual(result.pValue - 1e-12);
  }
}

describe.each(ALL)('%s', (name) => {
  const test = TEST_FUNCTIONS[name];

  it('is a number or undefined with a reason, whatever the values, and changes no input', () => {
    fc.assert(
      fc.property(anySample, anySample, (a, b) => {
        const before = [a, b].map(frozenCopy);
        expectSound(test(Object.freeze(a), Object.freeze(b), OPTIONS));
        expect([a, b].map(frozenCopy)).toEqual(before);
      }),
      { numRuns: 300, seed: 7 }
    );
  });

  it('is sound on histograms, alone and beside raw values', () => {
    fc.assert(
      fc.property(anySample, anySample, edgesOf, edgesOf, closed, closed, (a, b, edgesA, edgesB, closedA, closedB) => {
        const binned = histogramFromSamples(a, edgesA, closedA);
        expectSound(test(binned, histogramFromSamples(b, edgesA, closedA), OPTIONS));
        expectSound(test(binned, histogramFromSamples(b, edgesB, closedB), OPTIONS));
        expectSound(test(binned, b, OPTIONS));
        expectSound(test(b, binned, OPTIONS));
      }),
      { numRuns: 200, seed: 8 }
    );
  });

  it('has the same answer for the same seed, and needs no order of rows', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 30 }), moderate, (cells, b) => {
        const forward = test(sampleFromValues(cells), b, OPTIONS);
        expect(test(sampleFromValues([...cells].reverse()), b, OPTIONS)).toEqual(forward);
      }),
      { numRuns: 100, seed: 9 }
    );
  });
});

describe.each(RANK_TESTS)('%s', (name) => {
  const test = TEST_FUNCTIONS[name];

  it('does not change under a monotone transformation', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        const bend = ({ sorted }: Samples) => sampleFromValues(sorted.map((x) => Math.fround(x) ** 3 + Math.fround(x)));
        const flat = ({ sorted }: Samples) => sampleFromValues(sorted.map((x) => Math.fround(x)));
        expect(figures(test(bend(a), bend(b), OPTIONS))).toEqual(figures(test(flat(a), flat(b), OPTIONS)));
      }),
      { numRuns: 200, seed: 10 }
    );
  });
});

it.each(['ks', 'anderson_darling', 'cramer_von_mises', 'energy', 'wasserstein'] as const)('%s is symmetric', (name) => {
  const test = TEST_FUNCTIONS[name];
  fc.assert(
    fc.property(moderate, moderate, (a, b) => {
      const forward = test(a, b, { ...OPTIONS, permutations: 0 });
      const backward = test(b, a, { ...OPTIONS, permutations: 0 });
      figures(forward).forEach((figure, i) => {
        const other = figures(backward)[i];
        expect(figure === null ? other === null : Math.abs(figure - other!) <= 1e-9 * (1 + Math.abs(figure))).toBe(
          true
        );
      });
    }),
    { numRuns: 150, seed: 11 }
  );
});

describe('bounds from buckets', () => {
  const bracketed = (name: 'ks' | 'wasserstein' | 'wasserstein_normed' | 'energy' | 'mann_whitney' | 'welch_t') =>
    fc.assert(
      fc.property(moderate, moderate, edgesOf, edgesOf, closed, closed, (a, b, edgesA, edgesB, closedA, closedB) => {
        const options = { ...OPTIONS, permutations: 0 };
        const raw = TEST_FUNCTIONS[name](a, b, options);
        const bound = (one: Histogram): Histogram => ({ ...one, minimum: -10, maximum: 10 });
        const coarse = bound(histogramFromSamples(a, edgesA, closedA));
        const pairs: Array<[Distribution, Distribution]> = [
          [coarse, bound(histogramFromSamples(b, edgesA, closedA))],
          [coarse, bound(histogramFromSamples(b, edgesB, closedB))],
          [histogramFromSamples(a, [-10, ...edgesA.filter((x) => Math.abs(x) < 10), 10], closedA), b],
          [coarse, b],
        ];
        for (const [x, y] of pairs) {
          const result = TEST_FUNCTIONS[name](x, y, options);
          if (result.undefinedReason === undefined && raw.undefinedReason === undefined) {
            expect(result.guarantee).toBe('bounded');
            expect(result.statisticLow ?? -Infinity).toBeLessThanOrEqual(raw.statistic! + 1e-9);
            expect(result.statisticHigh ?? Infinity).toBeGreaterThanOrEqual(raw.statistic! - 1e-9);
            expect(result.pValueHigh ?? 1).toBeGreaterThanOrEqual((raw.pValue ?? 0) - 1e-9);
          }
        }
      }),
      { numRuns: 300, seed: 12 }
    );

  it.each(['ks', 'wasserstein', 'wasserstein_normed', 'energy', 'mann_whitney', 'welch_t'] as const)(
    '%s of the raw values lies between them',
    (name) => {
      bracketed(name);
    }
  );

  it('narrow to the raw distance where the buckets asked for are split', () => {
    fc.assert(
      fc.property(moderate, moderate, fc.double({ min: 0.05, max: 0.9, noNaN: true }), (a, b, threshold) => {
        const raw = TEST_FUNCTIONS.ks(a, b, OPTIONS).statistic!;
        let edges = [-10, 10];
        for (let round = 0; round < 60; round++) {
          const [x, y] = [a, b].map((one) => histogramFromSamples(one, edges, 'left'));
          const split = whichBucketsToSplit(x, y, { measure: 'ks', threshold, limit: 4 });
          if (split.length === 0) {
            const { statisticLow, statisticHigh } = TEST_FUNCTIONS.ks(x, y, OPTIONS);
            expect(raw >= threshold ? statisticLow! >= threshold : statisticHigh! < threshold).toBe(true);
            return;
          }
          const middles = split.map(({ from, to }) => from + (to - from) / 2);
          edges = [...new Set([...edges, ...middles])].sort((p, q) => p - q);
        }
      }),
      { numRuns: 200, seed: 13 }
    );
  });
});

it('the expected effect exists wherever the effect does', () => {
  fc.assert(
    fc.property(anySample, anySample, (a, b) => {
      const effect = shiftInDeviations(a, b);
      const expected = expectedWassersteinNormed(a, b);
      expect(expected === null || (Number.isFinite(expected) && expected >= 0)).toBe(true);
      if (!('undefinedReason' in effect)) {
        expect(expected).not.toBeNull();
      }
    }),
    { numRuns: 300, seed: 14 }
  );
});
