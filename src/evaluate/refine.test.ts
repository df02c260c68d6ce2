import type { Histogram, Samples } from '../distribution/Distribution';
import { histogramFromSamples } from '../distribution/histogramFromSamples';
import { nextDouble } from '../distribution/nextDouble';
import { driftQuerySchema } from '../query/driftQuery';
import type { FrozenShape, TypedFeature } from '../sources/Source';
import { noise, samples } from '../verdict/testSamples';
import { Cells } from './cells';
import { compare, type Sides } from './compare';
import { openBuckets } from './openBuckets';
import { refine } from './refine';

const HOUR = 3_600_000;
const features: readonly TypedFeature[] = [{ name: 'x', type: 'numeric' }];
const query = driftQuerySchema.parse({
  kind: 'drift',
  current: {},
  baseline: { kind: 'previous', offset: '1h' },
});
const [before, after] = [
  { from: 0, to: HOUR },
  { from: HOUR, to: 2 * HOUR },
];

/** As Elasticsearch counts: with the moments and both ends of the values. */
function counted(values: Samples, edges: ArrayLike<number>): Histogram {
  const { sorted } = values;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
  const ends = { minimum: sorted[0], maximum: sorted[sorted.length - 1] };
  return { ...histogramFromSamples(values, edges), ...ends, mean, standardDeviation: Math.sqrt(variance) };
}

/** A store of two windows, which counts between any edges. */
function makeStore(
  baseline: readonly number[],
  current: readonly number[],
  round: (edges: ArrayLike<number>) => ArrayLike<number> = (edges) => edges
) {
  const data = { baseline: [...baseline], current: [...current] };
  let asked = 0;
  const cellsOf = (side: 'baseline' | 'current', make: (values: Samples) => Samples | Histogram) =>
    new Cells({
      cells: [{ window: 0, segment: {}, feature: 'x', distribution: make(samples(data[side])) }],
      notices: [],
    });
  const sidesOf = (make: (values: Samples) => Samples | Histogram): Sides => ({
    windows: [after],
    baselineSide: { selection: {}, windows: [before], windowOf: [0], description: '', separate: false },
    baseline: cellsOf('baseline', make),
    current: cellsOf('current', make),
    features,
    wholeBaseline: false,
  });
  const wide = () => sidesOf((values) => counted(values, round([-Infinity, -1, 0, 1, Infinity])));
  const judged: string[] = [];
  const judge = (sides: Sides, isProvisional = false) => {
    judged.push(isProvisional ? 'provisional' : 'final');
    return compare(sides, query, { isProvisional, isRefined: true });
  };
  const count = (side: 'baseline' | 'current', onAsked: () => void) => {
    return async (_: unknown, edges: ReadonlyMap<string, FrozenShape>) => {
      const shape = edges.get('x');
      asked++;
      onAsked();
      return cellsOf(side, (values) => counted(values, round(shape?.kind === 'edges' ? shape.edges : [])));
    };
  };
  return {
    data,
    judged,
    rounds: () => asked / 2,
    raw: () => judge(sidesOf((values) => values))[0],
    wide: () => judge(wide())[0],
    refine: (now = 2 * HOUR, onAsked = () => {}) =>
      refine(wide(), {
        baseline: count('baseline', onAsked),
        current: count('current', onAsked),
        values: async (_, stretches) => {
          const within = stretches.get('x') ?? [];
          const repeated = Object.values(data).flatMap((side) =>
            side.filter(
              (value, i) => side.indexOf(value) !== i && within.some(({ from, to }) => from <= value && value < to)
            )
          );
          return new Map([['x', repeated]]);
        },
        restart: async () => wide(),
        judge,
        decision: query.decision,
        now,
      }),
  };
}

it('comes to the verdict on the raw values, whether the effect or its p-value is open', async () => {
  let different = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const store = makeStore(noise(60, seed), noise(50, 1000 + seed, 0.3 + (seed % 5) / 10));
    const { verdicts } = await store.refine();
    const raw = store.raw();
    expect([seed, verdicts[0].verdict]).toEqual([seed, raw.verdict]);
    different += store.wide().verdict === raw.verdict ? 0 : 1;
  }
  // Otherwise nothing was there to be refined.
  expect(different).toBeGreaterThan(15);
});

/** The cuts at which whole numbers part, as a store of whole numbers makes them. */
function whole(edges: ArrayLike<number>): Float64Array {
  const cuts = Array.from(edges).flatMap((edge) =>
    Number.isFinite(edge) ? [Math.ceil(edge) + 0, nextDouble(Math.ceil(edge) - 1)] : [edge]
  );
  return Float64Array.from(new Set(cuts)).sort();
}

it('splits down to single values where the p-value hangs on how they are tied', async () => {
  let different = 0;
  const steps = (values: readonly number[]) => values.map((value) => Math.round(value * 1.2) + 0);
  for (let seed = 1; seed <= 60; seed++) {
    const store = makeStore(steps(noise(60, seed)), steps(noise(50, 1000 + seed, 0.35)), whole);
    const { verdicts } = await store.refine();
    const raw = store.raw();
    expect([seed, verdicts[0].verdict, verdicts[0].pAdjusted]).toEqual([seed, raw.verdict, expect.anything()]);
    different += store.wide().verdict === raw.verdict ? 0 : 1;
  }
  expect(different).toBeGreaterThan(5);
});

it('asks for the values that are tied where they are no whole numbers: no cutting parts those from their neighbors', async () => {
  const thirds = (values: readonly number[]) => values.map((value) => Math.round(value * 1.2) / 3 + 0);
  // Half of the values are nothing at all, as with rain, and known to be.
  const dry = Array.from({ length: 60 }, () => 0);
  const about = (edges: readonly number[]) => [...new Set([...edges, 0, nextDouble(0)])].sort((a, b) => a - b);
  let different = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const [before, now] = [noise(60, seed), noise(60, 1000 + seed, 0.9)].map((wet) => [...dry, ...thirds(wet)]);
    const store = makeStore(before, now, (edges) => about(Array.from(edges)));
    const [{ verdict }] = (await store.refine()).verdicts;
    const raw = store.raw();
    expect([seed, verdict]).toEqual([seed, raw.verdict]);
    different += store.wide().verdict === raw.verdict ? 0 : 1;
  }
  expect(different).toBeGreaterThan(3);
});

/** Open between four buckets: undecided at first. */
const open = () => makeStore(noise(400, 7), noise(400, 8, 0.15));

it.each([
  ['surer than any test of the values could be', 0, 0],
  ['less sure', 1e-3, 1],
])('opens no bucket below a drift by missing values that is %s', (_, pValue, expected) => {
  const wide = open().wide();
  const missing = { ...wide.tests[0], test: 'missing_rate' as const, pValue, pValueLow: pValue, pValueHigh: pValue };
  const tests = [...wide.tests.filter(({ test }) => test !== 'missing_rate'), missing];
  const verdict = { ...wide, verdict: 'drift' as const, deciding: missing.test, tests };
  expect(openBuckets([verdict], query.decision).size).toBe(expected);
});

it('tells the rounds, and how closely the effect is known', async () => {
  const store = open();
  const { notices } = await store.refine();
  expect(store.rounds()).toBeGreaterThan(0);
  expect(notices).toEqual([
    expect.stringMatching(/narrower buckets, to decide: x \(\d rounds?, known to within 0\.\d+\)/),
  ]);
});

it('computes exact p-values at the end alone, not in every round', async () => {
  const store = open();
  const { verdicts } = await store.refine();
  expect(store.judged.slice(0, -1)).toEqual(Array(store.judged.length - 1).fill('provisional'));
  expect(store.judged.at(-1)).toBe('final');
  expect(store.judged.length).toBeGreaterThan(2);
  expect(verdicts[0].tests[0].method).toBe('exact');
});

it('leaves a window alone that has not ended', async () => {
  const store = open();
  const { notices } = await store.refine(2 * HOUR - 1);
  expect([store.rounds(), notices]).toEqual([0, []]);
});

it('starts again when data came in between two rounds', async () => {
  const store = open();
  let isNew = true;
  const { verdicts, notices } = await store.refine(2 * HOUR, () => {
    if (isNew) {
      store.data.current.push(3);
      isNew = false;
    }
  });
  expect(notices.join()).toMatch(/all was counted again/);
  expect(verdicts[0].comparison.current.counts.total).toBe(401);
  expect(verdicts[0].verdict).toBe(store.raw().verdict);
});

it('leaves the buckets wide where data keeps coming', async () => {
  const store = open();
  const { verdicts, notices } = await store.refine(2 * HOUR, () => store.data.current.push(3));
  expect(notices.join()).toMatch(/kept coming in.*left wide/);
  expect(verdicts).toHaveLength(1);
});
