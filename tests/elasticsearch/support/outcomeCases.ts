import type { OutcomesRequest } from '../../../src/sources/OutcomesRequest';

export type Row = Readonly<Record<string, unknown>>;

export interface OutcomeCase {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly request: Omit<OutcomesRequest, 'selection'>;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
export const START = Date.UTC(2024, 2, 28);

/** A generator of numbers from 0 to 1 that gives the same ones each time (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words, numbers and truths by which classes are written, on either side. */
const WRITINGS: ReadonlyArray<{ readonly predicted: readonly unknown[]; readonly actual: readonly unknown[] }> = [
  { predicted: ['late', 'on time'], actual: ['late', 'on time'] },
  { predicted: ['1', '0'], actual: ['true', 'false'] },
  { predicted: ['yes', 'no'], actual: ['1', '0'] },
  { predicted: ['1.0', '0.0'], actual: ['1', '0'] },
  { predicted: ['a', 'b', 'c', 'NA'], actual: ['a', 'b', 'c', 'd'] },
  { predicted: ['x', ' x', 'y'], actual: ['x', 'y', ''] },
];

/** Classes and scores of a few days, with whatever may lack or be odd. */
export function classCase(seed: number, size: number, digits: number): OutcomeCase {
  const next = numbersFrom(seed);
  const name = `case${seed}`;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)];
  const writing = WRITINGS[seed % WRITINGS.length];
  const lacks = next() * 0.3;
  const days = 1 + Math.floor(next() * 5);
  const rows = Array.from({ length: size }, (): Row => {
    const at = START + Math.floor(next() * days * DAY);
    const score = (next() + next()) / 2;
    const isPositive = next() < score;
    const other = pick(writing.actual.slice(1));
    return {
      case: name,
      at,
      predicted: next() < lacks ? undefined : score > 0.5 ? writing.predicted[0] : pick(writing.predicted.slice(1)),
      score: next() < lacks / 2 ? undefined : Number((next() < 0.02 ? score * 3 - 1 : score).toFixed(digits)),
      // Of single precision.
      second: Number((1 - score).toFixed(Math.min(digits, 6))),
      actual: next() < lacks ? undefined : isPositive ? writing.actual[0] : other,
      labelled: next() < 0.03 ? undefined : at + Math.floor((next() < 0.05 ? -1 : next() * 40) * next() * HOUR * 3),
      country: next() < 0.1 ? undefined : pick(['de', 'fr', 'us']),
      version: pick(['1', '2']),
    };
  });
  const window = { from: START + Math.floor(next() * 5) * HOUR, to: START + (days + 1) * DAY };
  const windows =
    seed % 4 === 0 ? [null] : seed % 4 === 1 ? [window] : [window, { from: START + DAY, to: START + 3 * DAY }];
  return {
    name,
    rows,
    request: {
      roles: {
        task: 'classification',
        ...(seed % 7 !== 3 && { prediction: 'predicted' }),
        scores: seed % 5 === 2 ? (seed % 7 === 3 ? ['second'] : []) : seed % 5 === 4 ? ['score', 'second'] : ['score'],
        label: { field: 'actual', ...(seed % 3 !== 0 && { timeField: 'labelled' }) },
        cuts: [0.5],
      },
      windows,
      segmentBy: [...(seed % 2 === 0 ? ['country'] : []), ...(seed % 3 === 1 ? ['version'] : [])],
      asOf: seed % 2 === 0 ? START + days * DAY : null,
      timezone: pick(['UTC', 'Europe/Berlin', 'America/St_Johns']),
    },
  };
}

/** Forecasts of a few days. */
export function numberCase(seed: number, size: number, offset = 0): OutcomeCase {
  const next = numbersFrom(seed);
  const name = `numbers${seed}`;
  const days = 1 + Math.floor(next() * 4);
  const lacks = next() * 0.3;
  const rows = Array.from({ length: size }, (): Row => {
    const at = START + Math.floor(next() * days * DAY);
    const actual = offset + (next() - 0.3) * 100;
    return {
      case: name,
      at,
      forecast: next() < lacks ? undefined : actual + (next() + next() - 0.9) * 20,
      outcome: next() < lacks ? undefined : actual,
      labelled: at + Math.floor(next() * 60 * HOUR),
      country: next() < 0.1 ? undefined : next() < 0.5 ? 'de' : 'fr',
    };
  });
  return {
    name,
    rows,
    request: {
      roles: {
        task: 'regression',
        prediction: 'forecast',
        scores: [],
        label: { field: 'outcome', ...(seed % 2 === 0 && { timeField: 'labelled' }) },
        cuts: [],
      },
      windows: [{ from: START, to: START + days * DAY }],
      segmentBy: seed % 3 === 0 ? ['country'] : [],
      asOf: START + days * DAY,
      timezone: 'UTC',
    },
  };
}
