import { equalShares, normal, shares, zipfShares, type Case } from './simulate';

/** Under no drift: sizes, features, ties and categories as the statistics promise to hold them. */
export const FALSE_ALARM_CASES: readonly Case[] = [
  ...[30, 100, 300, 1000, 10_000].map((n) => sized(n, n, 1, 1000)),
  sized(100_000, 100_000, 1, 200),
  ...[100, 200, 500].map((m) => sized(2000, m, 1, 1000)),
  ...[5, 20, 100, 200].map((features) => sized(300, 300, features, Math.max(200, Math.round(4000 / features)))),
  ...[1, 0].map((decimals) => ({
    name: `numbers rounded to ${decimals} decimals`,
    population: normal({ decimals }),
    baseline: 1000,
    current: 1000,
    features: 1,
    repetitions: 1000,
  })),
  ...[2, 5, 20, 50, 200].flatMap((count) => [
    categorical(`${count} equal categories`, equalShares(count), 2000, 200),
    categorical(`${count} Zipf categories`, zipfShares(count), 2000, 200),
  ]),
  categorical('50 Zipf categories', zipfShares(50), 20_000, 20_000),
  categorical('a rare category of 0.2 %', [0.998, 0.002], 50_000, 50_000),
];

/** Where something moved: how often it is found. */
export const POWER_CASES: readonly Case[] = [
  ...[100, 300, 1000].map((n) => shifted(0.3, n, 1)),
  ...[100, 300, 1000].map((n) => shifted(0.5, n, 1)),
  shifted(0.5, 300, 20),
  {
    ...categorical('a fraud label from 0.2 % to 0.4 %', [0.998, 0.002], 50_000, 50_000),
    population: shares([0.998, 0.002], 0.002),
    drifting: 1,
    repetitions: 200,
  },
  {
    ...categorical('10 categories, 20 % of the mass moves', equalShares(10), 500, 500),
    population: shares(
      [
        0.28,
        ...equalShares(10)
          .slice(2)
          .map((p) => p * 0.9),
        0,
      ],
      0.2
    ),
    drifting: 1,
    repetitions: 300,
  },
];

function sized(baseline: number, current: number, features: number, repetitions: number): Case {
  return { name: 'numbers', population: normal(), baseline, current, features, repetitions };
}

function shifted(shift: number, size: number, features: number): Case {
  const name = `mean moves by ${shift} standard deviations`;
  return {
    name,
    population: normal({ shift }),
    baseline: size,
    current: size,
    features,
    repetitions: 400,
    drifting: 1,
  };
}

function categorical(name: string, probabilities: readonly number[], baseline: number, current: number): Case {
  const repetitions = baseline > 10_000 ? 200 : 600;
  return { name, population: shares(probabilities), baseline, current, features: 1, repetitions };
}
