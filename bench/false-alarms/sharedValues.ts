import { logit } from './cases';
import { row, share } from './markdown';
import { inverse, normal, type Population } from './populations';
import { simulate, type Case } from './simulate';

/** Windows of a row. */
const WINDOWS = 400;

const SIZES = [
  [30, 30],
  [200, 200],
  [1000, 1000],
  [2000, 200],
] as const;

/** Numbers that rows share, and such with heavy tails: what the tests of single values and both effects look at. */
const POPULATIONS: ReadonlyArray<readonly [name: string, population: Population]> = [
  ['normal', normal()],
  ['normal, rounded to 1 decimal', normal({ decimals: 1 })],
  ['normal, rounded to whole numbers', normal({ decimals: 0 })],
  ['Poisson, mean 0.3', inverse((u) => poisson(u, 0.3))],
  ['Poisson, mean 3', inverse((u) => poisson(u, 3))],
  ['Poisson, mean 30', inverse((u) => poisson(u, 30))],
  ['geometric, mean 4', inverse((u) => Math.floor(Math.log(1 - u) / Math.log(0.8)))],
  ['zeros, 0.5 % amounts', inverse((u) => (u < 0.995 ? 0 : amount((u - 0.995) / 0.005)))],
  ['zeros, 5 % amounts', inverse((u) => (u < 0.95 ? 0 : amount((u - 0.95) / 0.05)))],
  ['half zeros', inverse((u) => (u < 0.5 ? 0 : amount(2 * u - 1)))],
  ['a constant, 2 % noise', inverse((u) => (u < 0.98 ? 5 : 5 + logit((u - 0.98) / 0.02)))],
  ['-999 in 1 %', inverse((u) => (u < 0.01 ? -999 : logit((u - 0.01) / 0.99)))],
  ['log-logistic (heavy tail)', inverse((u) => Math.exp(logit(u)))],
  ['Pareto, exponent 1.1, whole numbers', inverse((u) => Math.round((1 - u) ** (-1 / 1.1)))],
];

const CHANGES: ReadonlyArray<readonly [name: string, population: Population, size: number]> = [
  ['amounts from 0.5 % to 1.5 %', inverse((u, now) => zeros(u, now ? 0.015 : 0.005)), 5000],
  ['amounts from 0.5 % to 1.5 %', inverse((u, now) => zeros(u, now ? 0.015 : 0.005)), 20_000],
  ['-999 new in 1 %', inverse((u, now) => (now && u < 0.01 ? -999 : logit((u - 0.01) / 0.99))), 5000],
  ['every amount doubled, log-logistic', inverse((u, now) => (now ? 2 : 1) * Math.exp(logit(u))), 1000],
  [
    'every amount doubled, Pareto of exponent 1.1',
    inverse((u, now) => (now ? 2 : 1) * Math.round(100 * (1 - u) ** (-1 / 1.1))),
    1000,
  ],
  ['mean up by 1 deviation, one value 1e7', inverse((u, now) => (u < 0.001 ? 1e7 : logit(u) + (now ? 1.8 : 0))), 2000],
];

export function sharedValueSections(): Record<string, string[]> {
  return {
    'Numbers that many rows share, no drift': [
      '| values | baseline | current | windows | p ≤ alpha (95 % interval) | alarmed (95 % interval) |',
      '|---|---|---|---|---|---|',
      ...POPULATIONS.flatMap(([name, population]) =>
        SIZES.map(([baseline, current]) =>
          rowOf({ name, population, baseline, current, features: 1, repetitions: WINDOWS })
        )
      ),
    ],
    'Numbers that many rows share, drift': [
      '| what changed | baseline | current | windows | found sure (95 % interval) | alarmed (95 % interval) |',
      '|---|---|---|---|---|---|',
      ...CHANGES.map(([name, population, size]) =>
        rowOf({ name, population, baseline: size, current: size, features: 1, repetitions: 50, drifting: 1 })
      ),
    ],
  };
}

function rowOf(simulated: Case): string {
  const { significant, alarmed, repetitions } = simulate(simulated);
  const { name, baseline, current } = simulated;
  return row([name, baseline, current, repetitions, share(significant, repetitions), share(alarmed, repetitions)]);
}

function zeros(u: number, part: number): number {
  return u < 1 - part ? 0 : amount((u - 1 + part) / part);
}

/** Log-normal in about, in cents. */
function amount(u: number): number {
  return Math.round(5000 * Math.exp(logit(u) / 2)) / 100;
}

function poisson(u: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  let k = 0;
  while (u > sum && term > 1e-300) {
    k++;
    term *= mean / k;
    sum += term;
  }
  return k;
}
