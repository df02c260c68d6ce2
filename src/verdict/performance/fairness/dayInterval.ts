import { studentQuantile } from '../../../statistics/special/studentQuantile';
import type { FairnessMeasure } from './FairnessFinding';
import { estimateFairness, rowsOfMeasure } from './estimateFairness';
import type { Estimate } from './intervals';
import { addedRates, NO_RATES, type Rates } from './ratesOf';

/** Fewer days tell no spread. */
const FEWEST_DAYS = 5;

/** Two groups by days. */
export interface ByDay {
  readonly group: ReadonlyMap<number, Rates>;
  readonly reference: ReadonlyMap<number, Rates>;
}

/** Half the width of the interval by days, at any level. */
export interface DaySpread {
  readonly standardError: number;
  /** Days − 1. */
  readonly degrees: number;
}

/**
 * The standard error of a measure with whole days as what varies, since rows of a day hang together: the jackknife that leaves
 * out a day of both groups, for a ratio on its logarithm. `few` with fewer than five days; null where the measure is undefined
 * without one of them, so that a single day decides it.
 */
export function daySpread(measure: FairnessMeasure, { group, reference }: ByDay): DaySpread | 'few' | null {
  const blocks = [...new Set([...group.keys(), ...reference.keys()])];
  if (blocks.length < FEWEST_DAYS) {
    return 'few';
  }
  const [all, others] = [group, reference].map((days) =>
    [...days.values()].reduce((sum, day) => addedRates(sum, day, 1), NO_RATES)
  );
  const points: number[] = [];
  for (const block of blocks) {
    const [a, b] = [
      addedRates(all, group.get(block) ?? NO_RATES, -1),
      addedRates(others, reference.get(block) ?? NO_RATES, -1),
    ];
    const isDefined = rowsOfMeasure(measure, a) > 0 && rowsOfMeasure(measure, b) > 0;
    const isRatio = measure === 'disparate_impact';
    if (!isDefined || (isRatio && (a.favored.count === 0 || b.favored.count === 0))) {
      return null;
    }
    const { value } = estimateFairness(measure, a, b, 1);
    points.push(isRatio ? Math.log(value) : value);
  }
  const mean = points.reduce((sum, point) => sum + point, 0) / points.length;
  const squares = points.reduce((sum, point) => sum + (point - mean) ** 2, 0);
  const standardError = Math.sqrt(((points.length - 1) / points.length) * squares);
  return { standardError, degrees: points.length - 1 };
}

/** At each end the wider of two intervals: of independent rows, and of days. */
export function widened(measure: FairnessMeasure, rows: Estimate, days: DaySpread, alpha: number): Estimate {
  const half = studentQuantile(alpha, days.degrees) * days.standardError;
  const [low, high] =
    measure === 'disparate_impact'
      ? [rows.value * Math.exp(-half), rows.value * Math.exp(half)]
      : [Math.max(-1, rows.value - half), Math.min(1, rows.value + half)];
  return { value: rows.value, low: Math.min(rows.low, low), high: Math.max(rows.high, high) };
}
