import type { Distribution } from '../../src/distribution/Distribution';
import { effectiveSize, squaresOfNumbers } from '../../src/distribution/cluster/designEffect';
import { thinned } from '../../src/distribution/cluster/thinned';
import { histogramFromSamples } from '../../src/distribution/histogramFromSamples';
import { sampleFromNumbers } from '../../src/distribution/sampleFromValues';
import { countsOf } from '../../src/distribution/valueCounts';
import { decisionSchema } from '../../src/query/decision';
import type { FeatureType } from '../../src/query/featureType';
import { NUMERIC_TESTS, type TestName } from '../../src/query/testNames';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { type SeededRandom, seededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';
import { detectableKs } from '../../src/verdict/detectable/detectableNumeric';
import { row, share } from './markdown';

/** A change of the size that the answer promises to find, and how often it is found. */
interface Promise {
  readonly name: string;
  readonly type: FeatureType;
  readonly tests?: readonly TestName[];
  readonly baseline: number;
  readonly current: number;
  readonly features?: number;
  readonly repetitions?: number;
  /** What is promised, where the answer to a window without drift does not show it. */
  readonly size?: number;
  draw(rows: number, random: SeededRandom, change: number): Distribution;
}

const REPETITIONS = 1000;
const PAIRS = [
  [300, 300],
  [500, 200],
] as const;
const WHOLE_NUMBERS = Array.from({ length: 13 }, (_, i) => i - 6);

const numbers = (rows: number, valueAt: () => number) =>
  sampleFromNumbers(Float64Array.from({ length: rows }, valueAt));

const NUMBERS: readonly Promise[] = [
  ...[
    [30, 30],
    [300, 300],
    [2000, 200],
    [5000, 5000],
  ].map(([baseline, current]) => shifted('all numbers shift', baseline, current)),
  { ...shifted('one in 20 features shifts', 1000, 1000), features: 20, repetitions: 300 },
  {
    ...shifted('all numbers shift, rounded to halves', 1000, 1000),
    draw: (rows, random, change) => numbers(rows, () => Math.round(2 * (drawNormal(random) + change)) / 2),
  },
  {
    ...shifted('all numbers shift, 5 % missing', 1000, 1000),
    draw: (rows, random, change) => numbers(rows, () => (random.next() < 0.05 ? NaN : drawNormal(random) + change)),
  },
  ...[1000, 5000].map((rows) => ({
    ...shifted('all numbers shift, known in 12 buckets', rows, rows),
    draw: (size: number, random: SeededRandom, change: number) =>
      histogramFromSamples(
        numbers(size, () => drawNormal(random) + change),
        WHOLE_NUMBERS,
        'right'
      ),
  })),
  ...[0.5, 0.1].map((place): Promise => ({
    ...shifted(`share of the numbers below the ${100 * place} % point`, 500, 500),
    size: detectableKs(500, 500, 0.05, 0.8) ?? undefined,
    draw: (rows, random, change) =>
      numbers(rows, () => {
        const below = random.next() < place + change;
        return below ? place * random.next() : place + (1 - place) * random.next();
      }),
  })),
  ...[0.1, 0.5].map((correlation) => ({
    ...shifted(`all numbers shift, clusters of 10 with a correlation of ${correlation}`, 2000, 2000),
    draw: (rows: number, random: SeededRandom, change: number) => clustered(rows, random, change, correlation),
  })),
  ...NUMERIC_TESTS.filter((test) => test !== 'ks' && test !== 'missing_rate').flatMap((test) =>
    PAIRS.map(([baseline, current]) => ({
      ...shifted('all numbers shift', baseline, current),
      tests: [test],
      repetitions: 200,
    }))
  ),
];

const COUNTED: readonly Promise[] = [
  ...[
    [50, 50],
    [300, 300],
    [2000, 200],
  ].flatMap(([baseline, current]) =>
    [0.5, 0.1].map((part) => counted(`true in ${100 * part} %`, 'boolean', baseline, current, [part, 1 - part]))
  ),
  ...[2, 5, 20, 50].map((count) =>
    counted(`${count} equal categories`, 'categorical', 1000, 1000, new Array<number>(count).fill(1 / count))
  ),
  counted('20 equal categories', 'categorical', 1000, 100, new Array<number>(20).fill(1 / 20)),
];

const MISSING: readonly Promise[] = [0, 0.002, 0.05, 0.4, 0.9].flatMap((part) =>
  [
    [100, 100],
    [1000, 1000],
    [5000, 500],
  ].map(([baseline, current]): Promise => ({
    name: `missing in ${100 * part} %`,
    type: 'numeric',
    tests: ['missing_rate'],
    baseline,
    current,
    draw: (rows, random, change) => numbers(rows, () => (random.next() < part + change ? NaN : random.next())),
  }))
);

export function powerSections(): Record<string, string[]> {
  return {
    'Power: changes of the size that answers promise to detect': [
      `Each change has the size that the answer names for its sample ("… or more would be detected with 80 % power"), at alpha`,
      '0.05. *found sure*: windows in which the feature is significant after the correction.',
      '',
      '| what changes | tests | baseline | current | size promised (median) | windows | found sure (95 % interval) |',
      '|---|---|---|---|---|---|---|',
      ...[...NUMBERS, ...COUNTED, ...MISSING].map(measure),
    ],
  };
}

function measure(promise: Promise): string {
  const { name, type, tests, baseline, current, features = 1, repetitions = REPETITIONS } = promise;
  const random = seededRandom(1, `${name} ${tests?.join() ?? 'auto'} ${baseline} ${current}`);
  const decision = decisionSchema.parse({});
  const sizes: number[] = [];
  let found = 0;
  for (let i = 0; i < repetitions; i++) {
    const draw = (rows: number, change: number) => promise.draw(rows, random, change);
    const others = Array.from({ length: features - 1 }, () => [draw(baseline, 0), draw(current, 0)] as const);
    const decide = (first: readonly [Distribution, Distribution]) =>
      decideWindow(
        [first, ...others].map(([before, after], f) => ({
          feature: `f${f}`,
          type,
          segment: {},
          baseline: before,
          current: after,
        })),
        tests ?? 'auto',
        { ...decision, seed: i + 1 }
      )[0];
    const before = draw(baseline, 0);
    const size = promise.size ?? decide([before, draw(current, 0)]).smallestDetectable;
    if (size !== null) {
      sizes.push(size);
      const { pAdjusted } = decide([before, draw(current, size)]);
      found += pAdjusted !== null && pAdjusted <= decision.alpha ? 1 : 0;
    }
  }
  const median = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
  return row([
    name,
    tests === undefined ? '`auto`' : tests.map((test) => `\`${test}\``).join(', '),
    baseline,
    current,
    median === undefined ? 'none' : median.toPrecision(3),
    sizes.length,
    sizes.length === 0 ? '–' : share(found, sizes.length),
  ]);
}

function shifted(name: string, baseline: number, current: number): Promise {
  return {
    name,
    type: 'numeric',
    baseline,
    current,
    draw: (rows, random, change) => numbers(rows, () => drawNormal(random) + change),
  };
}

/** A total variation that all categories share alike: the first half grows, the other shrinks, in proportion. */
function counted(
  name: string,
  type: 'boolean' | 'categorical',
  baseline: number,
  current: number,
  shares: readonly number[]
): Promise {
  const grown = shares.length > 2 ? Math.floor(shares.length / 2) : 1;
  const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);
  const [growing, shrinking] = [sum(shares.slice(0, grown)), sum(shares.slice(grown))];
  return {
    name,
    type,
    baseline,
    current,
    draw(rows, random, change) {
      const used = shares.map((part, i) => part + (i < grown ? part / growing : -part / shrinking) * change);
      const byCategory = new Map<string, number>();
      for (let i = 0; i < rows; i++) {
        let left = random.next();
        const at = used.findIndex((part) => (left -= part) < 0);
        const category = String(at === -1 ? used.length - 1 : at);
        byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
      }
      return { kind: 'categories', counts: countsOf(rows), byCategory, rest: 0, guarantee: 'exact' };
    },
  };
}

/** Ten rows a cluster, which share a part of their value; as many as they count for. */
function clustered(rows: number, random: SeededRandom, change: number, correlation: number): Distribution {
  const size = 10;
  const clusters = Int32Array.from({ length: rows }, (_, i) => Math.floor(i / size));
  const own = Float64Array.from({ length: rows / size }, () => Math.sqrt(correlation) * drawNormal(random));
  const values = Float64Array.from(clusters, (c) => own[c] + Math.sqrt(1 - correlation) * drawNormal(random) + change);
  const sizes = new Array<number>(rows / size).fill(size);
  const { effective } = effectiveSize(sizes, squaresOfNumbers(values, clusters, rows / size));
  return thinned(sampleFromNumbers(values), effective / rows);
}
