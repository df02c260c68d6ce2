/** @jest-environment node */
import fs from 'node:fs';
import type { Distribution } from '../distribution/Distribution';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, TEST_NAMES, type TestName } from '../query/testNames';
import { seededRandom } from './random/seededRandom';
import { runTest } from './runTest';
import { TEST_PROPERTIES } from './testProperties';
import { categoriesOf, histogramOf, quantilesOf, samplesOf } from './testing/distributions';
import { expectNear } from './testing/expectNear';

const documentation = fs.readFileSync('docs/statistics.md', 'utf8');
const OPTIONS = { seed: 1, permutations: 99 };
const random = seededRandom(1, 'properties');
const valuesOf = (rows: number, shift: number) => Array.from({ length: rows }, () => random.next() * 10 + shift);
const [BEFORE, AFTER] = [valuesOf(300, 0), valuesOf(200, 0.7)];
const edges = Array.from({ length: 21 }, (_, i) => i * 0.55);

const KINDS = {
  samples: samplesOf,
  histogram: (values: number[]) =>
    histogramOf(
      edges,
      edges.slice(1).map((high, i) => values.filter((x) => x > edges[i] && x <= high).length)
    ),
  quantiles: (values: number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    const probabilities = Array.from({ length: 21 }, (_, i) => i / 20);
    return quantilesOf(
      values.length,
      probabilities,
      probabilities.map((p) => sorted[Math.floor(p * (sorted.length - 1))])
    );
  },
  categories: (values: number[]) => categoriesOf({ low: values.filter((x) => x < 5).length, high: values.length / 2 }),
} satisfies Record<string, (values: number[]) => Distribution>;

function run(test: TestName, kind: keyof typeof KINDS, options = OPTIONS, swapped = false) {
  const [first, second] = swapped ? [AFTER, BEFORE] : [BEFORE, AFTER];
  return runTest(test, kind === 'categories' ? 'boolean' : 'numeric', KINDS[kind](first), KINDS[kind](second), options);
}

describe.each([...TEST_NAMES])('%s', (test) => {
  const properties = TEST_PROPERTIES[test];
  const kinds = Object.keys(KINDS) as Array<keyof typeof KINDS>;

  it.each(kinds)('makes of %s what its properties say', (kind) => {
    const result = run(test, kind);
    const support = result.undefinedReason === undefined ? result.guarantee : 'no';
    expect(`${support}: ${result.undefinedReason ?? ''}`).toMatch(new RegExp(`^${properties[kind]}`));
    if (support !== 'no') {
      expect(result.pValue).not.toBeNull();
      expect(result.method).not.toBe('none');
    }
  });

  it('has a p-value without draws, or not, as its properties say', () => {
    const kind = properties.samples === 'no' ? 'categories' : 'samples';
    const { pValue } = run(test, kind, { seed: 1, permutations: 0 });
    if (properties.pValue !== 'either') {
      expect(pValue === null).toBe(properties.pValue === 'drawn');
    }
  });

  it('is the same both ways round if its properties say so', () => {
    const kind = properties.samples === 'no' ? 'categories' : 'samples';
    const there = Math.abs(run(test, kind).statistic ?? NaN);
    const back = Math.abs(run(test, kind, OPTIONS, true).statistic ?? NaN);
    if (properties.symmetric) {
      expectNear(back, there, 1e-9);
    } else if (kind === 'samples' && test !== 'psi_sturges') {
      expect(back).not.toBe(there);
    }
  });
});

describe('runTest', () => {
  it('says why a test does not apply', () => {
    const [numbers, names] = [samplesOf([1, 2, 3]), categoriesOf({ a: 3, b: 4 })];
    expect(runTest('ks', 'categorical', names, names, OPTIONS).undefinedReason).toBe(
      'does not apply to categorical features'
    );
    expect(runTest('chi_square', 'numeric', numbers, numbers, OPTIONS).undefinedReason).toBe(
      'does not apply to numeric features'
    );
    expect(runTest('psi', 'numeric', numbers, names, OPTIONS).undefinedReason).toBe(
      'needs numbers, and has counts by category'
    );
    expect(runTest('psi', 'boolean', names, numbers, OPTIONS).undefinedReason).toBe(
      'needs counts by category, and has numbers'
    );
    expect(runTest('psi', 'text', names, names, OPTIONS).undefinedReason).toMatch(/derived/);
    expect(runTest('missing_rate', 'text', names, names, OPTIONS).pValue).toBe(1);
  });

  it('knows every name for the types that list it', () => {
    for (const test of [...NUMERIC_TESTS, ...CATEGORICAL_TESTS]) {
      expect(TEST_PROPERTIES[test]).toBeDefined();
    }
  });
});

test.each(TEST_NAMES)('the documentation has an entry for %s, with what it is for', (name) => {
  const [, entry] = documentation.split(new RegExp(`\\*\\*\`${name}\`\\*\\*`));
  expect(entry?.split('\n\n')[0]).toContain('_Use it_');
});
