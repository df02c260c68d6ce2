import type { Distribution } from '../../src/distribution/Distribution';
import { CATEGORICAL_TESTS, NUMERIC_TESTS, type TestName } from '../../src/query/testNames';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { runTest } from '../../src/statistics/runTest';
import { normal, shares, zipfShares, type Population } from './populations';

/** How often each single test is significant at 5 % under no drift. */
export interface Level {
  readonly test: TestName;
  readonly name: string;
  readonly significant: number;
  readonly repetitions: number;
  /** As the last result names it. */
  readonly method: string;
}

interface Setting {
  readonly name: string;
  readonly population: Population;
  readonly baseline: number;
  readonly current: number;
  readonly repetitions: number;
}

const NUMERIC: readonly Setting[] = [
  { name: 'numbers, 30/30', population: normal(), baseline: 30, current: 30, repetitions: 1000 },
  { name: 'numbers, 500/50', population: normal(), baseline: 500, current: 50, repetitions: 1000 },
  {
    name: 'whole numbers (ties), 200/200',
    population: normal({ decimals: 0 }),
    baseline: 200,
    current: 200,
    repetitions: 1000,
  },
  { name: 'numbers, 20000/2000', population: normal(), baseline: 20_000, current: 2000, repetitions: 300 },
];

const COUNTED: readonly Setting[] = [
  { name: '2 categories, 200/50', population: shares([0.8, 0.2]), baseline: 200, current: 50, repetitions: 1000 },
  {
    name: '20 Zipf categories, 500/60',
    population: shares(zipfShares(20)),
    baseline: 500,
    current: 60,
    repetitions: 1000,
  },
  {
    name: '20 Zipf categories, 20000/5000',
    population: shares(zipfShares(20)),
    baseline: 20_000,
    current: 5000,
    repetitions: 500,
  },
];

export function measureLevels(): Level[] {
  return [
    ...NUMERIC.flatMap((setting) => NUMERIC_TESTS.filter(isOfValues).map((test) => level(test, setting))),
    ...COUNTED.flatMap((setting) =>
      CATEGORICAL_TESTS.filter(isOfValues)
        .filter((test) => setting.name.startsWith('2 ') || (test !== 'fisher' && test !== 'z'))
        .map((test) => level(test, setting))
    ),
  ];
}

function isOfValues(test: TestName): boolean {
  return test !== 'missing_rate';
}

function level(test: TestName, { name, population, baseline, current, repetitions }: Setting): Level {
  const random = seededRandom(1, `level of ${test}, ${name}`);
  let significant = 0;
  let method = '';
  for (let seed = 1; seed <= repetitions; seed++) {
    const draw = (size: number): Distribution => population.summarize(population.draw(size, random, false));
    const result = runTest(test, population.type, draw(baseline), draw(current), {
      seed,
      permutations: 199,
      exactKs: true,
    });
    significant += (result.pValue ?? 1) <= 0.05 ? 1 : 0;
    method = result.method;
  }
  return { test, name, significant, repetitions, method: method.replace(/\(\d+\)/, '(up to 199)') };
}
