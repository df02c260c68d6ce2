import { equalShares, inverse, normal, shares, zipfShares, type Population } from './populations';
import type { Case } from './simulate';

const WHOLE_NUMBERS = Array.from({ length: 13 }, (_, i) => i - 6);

/** Under no drift: sizes, features, ties and categories as the statistics promise to hold them. */
export const FALSE_ALARM_CASES: readonly Case[] = [
  ...[30, 100, 300, 1000, 10_000].map((n) => numbers('numbers', normal(), n, n, 2000)),
  numbers('numbers', normal(), 100_000, 100_000, 400),
  ...[100, 200, 500].map((m) => numbers('numbers', normal(), 2000, m, 10_000)),
  ...[300, 1000].flatMap((n) =>
    [5, 20, 100, 200].map((features) => ({
      ...numbers('independent numbers', normal(), n, n, Math.max(400, Math.round(8000 / features))),
      features,
      shared: features > 20 ? 0 : 200,
    }))
  ),
  ...[1, 0].map((decimals) =>
    numbers(`numbers rounded to ${decimals} decimals (ties)`, normal({ decimals }), 1000, 1000, 2000)
  ),
  numbers('log-logistic numbers (heavy tail)', inverse(logLogistic), 1000, 1000, 2000),
  numbers('numbers, 5 % NaN', normal({ absent: 0.05 }), 1000, 1000, 2000, 0),
  numbers('numbers in 12 buckets', normal({ edges: WHOLE_NUMBERS }), 1000, 1000, 2000, 0),
  { ...categorical('boolean, 50 %', [0.5, 0.5], 2000, 200), population: shares([0.5, 0.5], undefined, 'boolean') },
  { ...categorical('boolean, 1 %', [0.99, 0.01], 2000, 200), population: shares([0.99, 0.01], undefined, 'boolean') },
  ...[2, 5, 20, 50, 200].flatMap((count) => [
    categorical(`${count} equal categories`, equalShares(count), 2000, 200),
    categorical(`${count} Zipf categories`, zipfShares(count), 2000, 200),
  ]),
  ...[50, 200].flatMap((count) => [
    categorical(`${count} equal categories`, equalShares(count), 20_000, 20_000),
    categorical(`${count} Zipf categories`, zipfShares(count), 20_000, 20_000),
  ]),
  categorical('a rare category of 0.2 %', [0.998, 0.002], 50_000, 50_000),
];

/** Where something moved: how often it is found. */
export const POWER_CASES: readonly Case[] = [
  ...[0.3, 0.5].flatMap((shift) =>
    [100, 300, 1000].map((n) => drifting(`mean moves by ${shift} standard deviations`, normal({ shift }), n))
  ),
  ...[300, 1000].map((n) =>
    drifting(
      'spread grows by half',
      inverse((u, drifted) => (drifted ? 1.5 : 1) * logit(u)),
      n
    )
  ),
  { ...drifting('mean of one in 20 features moves by 0.5', normal({ shift: 0.5 }), 1000), features: 20 },
  categoricalDrift('a fraud label from 0.2 % to 0.4 %', [0.998, 0.002], [0.996, 0.004], 50_000),
  categoricalDrift('a new category of 1 %', [0.6, 0.4, 0], [0.594, 0.396, 0.01], 2000),
  categoricalDrift(
    '10 categories, 20 % of the mass moves',
    equalShares(10),
    [0.3, ...equalShares(10).slice(2), 0],
    500
  ),
  categoricalDrift('50 Zipf categories, the first two swap', zipfShares(50), swapped(zipfShares(50)), 500),
];

/** What a case is known by. */
export function nameOf({ name, baseline, current, features }: Case): string {
  return `${name}, ${baseline}/${current}, ${features}`;
}

function numbers(
  name: string,
  population: Population,
  baseline: number,
  current: number,
  repetitions: number,
  shared = 300
): Case {
  return { name, population, baseline, current, features: 1, repetitions, shared };
}

function categorical(name: string, probabilities: readonly number[], baseline: number, current: number): Case {
  const repetitions = baseline > 10_000 ? 400 : 1000;
  return { name, population: shares(probabilities), baseline, current, features: 1, repetitions, shared: 300 };
}

function drifting(name: string, population: Population, size: number): Case {
  return { ...numbers(name, population, size, size, 500), drifting: 1 };
}

function categoricalDrift(name: string, before: readonly number[], after: readonly number[], size: number): Case {
  return { ...categorical(name, before, size, size), population: shares(before, after), drifting: 1, repetitions: 300 };
}

function swapped([first, second, ...rest]: readonly number[]): number[] {
  return [second, first, ...rest];
}

/** Its inverse is the logistic distribution's function; finite at 0. */
export function logit(u: number): number {
  return Math.log(u / (1 - u) || Number.MIN_VALUE);
}

/** Heavy to the right: the exponential of a logistic number of standard deviation 1. */
function logLogistic(u: number): number {
  return Math.exp((logit(u) * Math.sqrt(3)) / Math.PI);
}
