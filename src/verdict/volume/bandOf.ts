import type { Direction } from '../../query/measure';
import type { Allowance } from './Allowance';

/** What must be exceeded, all of it, for a value to be off. */
export interface Thresholds {
  readonly direction: Direction;
  /** Share of the expected value. */
  readonly deviation: number | null;
  readonly z: number | null;
  /** Standard deviations of chance; 0 for none. */
  readonly noise: number;
}

export interface Expectation {
  readonly expected: number;
  /** Null where no z exists. */
  readonly spread: number | null;
  /** Null where nothing tells what chance makes of it. */
  readonly chance: Allowance | null;
}

export interface Band {
  readonly low: number;
  readonly high: number;
  /** The same without the allowance for chance. */
  readonly lowBeforeChance: number;
  readonly highBeforeChance: number;
}

/** The values that are not off: all that lie within at least one of the thresholds. */
export function bandOf({ expected, spread, chance }: Expectation, { deviation, z, noise }: Thresholds): Band {
  const halves = [
    ...(deviation === null ? [] : [deviation * Math.abs(expected)]),
    ...(z === null || spread === null ? [] : [z * spread]),
  ];
  const half = Math.max(...halves);
  const [low, high] = [expected - half, expected + half];
  const counted = chance === null || noise === 0 ? null : chance.band(noise);
  return {
    low: Math.min(low, counted?.low ?? low),
    high: Math.max(high, counted?.high ?? high),
    lowBeforeChance: low,
    highBeforeChance: high,
  };
}

/**
 * How many times the way from the expected value to an edge a value went; 0 on a side that does not matter. An edge that
 * is the expected value itself is passed by any other.
 */
export function scoreOf(value: number, expected: number, low: number, high: number, direction: Direction): number {
  if (
    value === expected ||
    (direction === 'below' && value > expected) ||
    (direction === 'above' && value < expected)
  ) {
    return 0;
  }
  const edge = value < expected ? expected - low : high - expected;
  return edge === 0 ? MOST : Math.min(MOST, Math.abs(value - expected) / edge);
}

/** A score stays a number that a frame and a panel can hold. */
const MOST = 1e6;
