import type { Measure } from '../../query/measure';
import { countBand, countNoise } from '../../statistics/volume/countNoise';
import { fewSpread, fewWindows } from '../../statistics/volume/fewWindows';
import { figureChance } from '../../statistics/volume/figureChance';
import { medianOf } from '../../statistics/volume/medianOf';
import { type Allowance, type Counted, FEWEST_FOR_Z } from './Allowance';
import { figureOf } from './figureOf';

/** So many times the spread that chance gives is another one's. */
const FAR_MORE = 2;
/** Standard deviations of chance within which no call at all is no news. */
const NONE = 3;

/**
 * A figure of one sign, by the logarithm of its size: past windows tell its spread where there are four, and the calls what it is at least.
 * Null where neither is known.
 */
export function figureAllowance(
  { aggregate, expr }: Measure,
  now: Counted,
  past: readonly Counted[],
  expected: number
): Allowance | null {
  const spread = logSpread(past, expected);
  const usual = medianOf(past.flatMap(({ calls }) => (calls === null ? [] : [calls])));
  const kind = aggregate ?? figureOf(expr ?? '');
  // Means that differ far more than means of so many calls of one sign do: only the past windows tell what is usual.
  const isOther = kind === 'avg' && spread !== null && usual !== null && spread > FAR_MORE * figureChance(kind, usual);
  if (now.calls !== null && usual !== null && expected !== 0 && !isOther) {
    const chance = (calls: number) => Math.max(figureChance(kind, calls), spread ?? 0);
    // How many calls there are is chance too in a sum, and tells nothing of its own.
    const own = chance(kind === 'sum' ? usual : now.calls);
    const noise = Math.hypot(own, chance(usual) * Math.sqrt(efficiency(past.length) / past.length));
    const isNone = kind === 'sum' && countBand(usual, NONE, countNoise(past.length, 1)).low <= 0;
    return {
      of: 'calls',
      band: (deviations) => ({
        ...around(expected, deviations * noise),
        ...(isNone && { low: -expected / 10 }),
      }),
    };
  }
  return spread === null ? null : { of: 'spread', band: () => around(expected, fewWindows(past.length) * spread) };
}

/** Null for too few past windows, and where they don't all have the sign of the expected value. */
function logSpread(past: readonly Counted[], expected: number): number | null {
  const isOfOneSign = expected !== 0 && past.every(({ value }) => Math.sign(value) === Math.sign(expected));
  return isOfOneSign && past.length >= FEWEST_FOR_Z
    ? fewSpread(past.map(({ value }) => Math.log(Math.abs(value))))
    : null;
}

function around(expected: number, step: number): { low: number; high: number } {
  // A band stays one of numbers.
  const [near, far] = [
    expected * Math.exp(-step),
    Math.sign(expected) * Math.min(Number.MAX_VALUE, Math.abs(expected) * Math.exp(step)),
  ];
  return { low: Math.min(near, far), high: Math.max(near, far) };
}

/** The variance of a median over that of a mean of as many. */
function efficiency(windows: number): number {
  return windows <= 2 ? 1 : Math.PI / 2;
}
