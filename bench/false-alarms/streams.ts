import { drawNormal } from '../../src/statistics/random/drawNormal';
import { equalShares, inverse, normal, shares, type Population } from './populations';

/** A feature that is logged for weeks: the first ones are the baseline, each later one is compared with it. */
export interface Stream {
  readonly name: string;
  readonly population: Population;
  readonly features: number;
  /** Rows a week. */
  readonly rows: number;
  /** How many times it is simulated. */
  readonly streams: number;
  /** How many of the features drift in every week after the baseline; 0 for false alarms. */
  readonly drifting: number;
  /** Which rows of a week the verdict is about; all unless said otherwise. */
  readonly judged?: (week: Float64Array) => Float64Array;
}

export const BASELINE_WEEKS = 8;
export const WEEKS = 10;
const DAYS = 7;
const WEEKEND = 5;

const heavyTail = inverse((u) => Math.exp((Math.log(u / (1 - u) || Number.MIN_VALUE) * Math.sqrt(3)) / Math.PI));
/** Half of all values come to lie between the 90th and the 95th percentile of before. */
const crowded = inverse((u, drifted) => (!drifted ? u : u < 0.5 ? 0.9 + 0.1 * u : 2 * u - 1));

/** No drift. */
export const STEADY_STREAMS: readonly Stream[] = [
  stream('numbers', normal(), 500, 300),
  stream('numbers', normal(), 100, 300),
  { ...stream('independent numbers', normal(), 500, 100), features: 20 },
  stream('whole numbers (ties)', normal({ decimals: 0 }), 500, 300),
  stream('log-logistic numbers (heavy tail)', heavyTail, 500, 300),
  stream('boolean, 50 %', shares([0.5, 0.5], undefined, 'boolean'), 200, 300),
  stream('20 equal categories', shares(equalShares(20)), 200, 300),
  { ...stream('numbers with a weekly season', seasonal(), 2100, 100), judged: mondayOf },
];

/** Drift from the first week after the baseline on. */
export const DRIFTING_STREAMS: readonly Stream[] = [
  drifting('mean moves by 0.3 standard deviations', normal({ shift: 0.3 }), 500, 100),
  drifting('mean moves by 0.3 standard deviations', normal({ shift: 0.3 }), 10_000, 50),
  drifting('half the mass moves between p90 and p95', crowded, 500, 100),
  drifting('boolean, from 50/50 to 100/0', shares([0.5, 0.5], [1, 0], 'boolean'), 200, 100),
  drifting('ten equal categories become one', shares(equalShares(10), [1, ...new Array<number>(9).fill(0)]), 200, 100),
  drifting('a fraud label from 0.2 % to 0.4 %', shares([0.998, 0.002], [0.996, 0.004]), 20_000, 50),
  { ...drifting('weekly season, Mondays move by 0.3', seasonal(), 2100, 100), judged: mondayOf },
];

function stream(name: string, population: Population, rows: number, streams: number): Stream {
  return { name, population, features: 1, rows, streams, drifting: 0 };
}

function drifting(name: string, population: Population, rows: number, streams: number): Stream {
  return { ...stream(name, population, rows, streams), drifting: 1 };
}

/** Normal numbers of standard deviation 1 that lie 2 higher at the weekend; drifted, 0.3 higher on Mondays. */
function seasonal(): Population {
  return {
    ...normal(),
    draw: (size, random, drifted) =>
      Float64Array.from({ length: size }, (_, i) => {
        const day = Math.floor((DAYS * i) / size);
        const moved = drifted && day === 0 ? 0.3 : 0;
        return drawNormal(random) + moved + (day >= WEEKEND ? 2 : 0);
      }),
  };
}

function mondayOf(week: Float64Array): Float64Array {
  return week.subarray(0, week.length / DAYS);
}
