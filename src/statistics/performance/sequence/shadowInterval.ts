import { studentQuantile } from '../../special/studentQuantile';
import { studentTwoSidedTail } from '../../special/studentTwoSidedTail';
import type { SequenceInterval } from './differenceInterval';
import type { ShadowCounts } from './ShadowCounts';

export interface ShadowInterval extends SequenceInterval {
  readonly standardError: number;
  readonly pValue: number;
  readonly days: number;
}

/**
 * The difference of the shares of right predictions of two versions on the same rows (new less old): McNemar's, (c − b)/n
 * of the rows on which one alone was right, with the spread of whole days, by the jackknife that leaves out a day, and
 * Student's t with days − 1 degrees of freedom, since rows of a day hang together. For one look, not for many. Null with
 * fewer than two days that have rows.
 */
export function shadowInterval(all: readonly ShadowCounts[], alpha: number): ShadowInterval | null {
  const days = all.filter(({ rows }) => rows > 0);
  if (days.length < 2) {
    return null;
  }
  const rows = days.reduce((sum, day) => sum + day.rows, 0);
  const net = days.reduce((sum, day) => sum + day.newOnly - day.oldOnly, 0);
  const without = days.map((day) => (net - day.newOnly + day.oldOnly) / (rows - day.rows));
  const mean = without.reduce((sum, value) => sum + value, 0) / days.length;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(((days.length - 1) / days.length) * squares);
  const difference = net / rows;
  const radius = studentQuantile(alpha, days.length - 1) * standardError;
  const t = difference === 0 ? 0 : difference / standardError;
  return {
    difference,
    low: Math.max(-1, difference - radius),
    high: Math.min(1, difference + radius),
    standardError,
    pValue: studentTwoSidedTail(t, days.length - 1),
    days: days.length,
  };
}
