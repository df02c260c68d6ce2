import type { SequenceInterval } from './differenceInterval';
import { lossRadius, rhoFor } from './lossInterval';
import type { ShadowCounts } from './ShadowCounts';

export interface PairedInterval extends SequenceInterval {
  /** What the radius is made of, to tell how it shrinks as rows grow. */
  readonly variance: number;
  readonly rho: number;
  readonly days: number;
}

/**
 * The confidence sequence of the difference of two versions' shares of right predictions on the same rows (new less old):
 * McNemar's D = Σ(c − b)/N, of the rows on which one alone was right, with the radius √((V + ρ)·ln((V + ρ)/(ρα²)))/N of a
 * normal mixture (see `lossInterval`). Rows of a day hang together: V sums the squares of (c − b − D·n)/(1 − n/N) over days, as
 * the jackknife that leaves out a day does. Where days differ by less than independent rows would, V is that of rows:
 * Σ(b + c) − N·D². ρ is tuned to `margin` by how often the versions differ on the first day, which says nothing of who is right.
 * Asymptotic: it wants a dozen days before it is first looked at. Null with fewer than two days that have rows.
 */
export function pairedInterval(all: readonly ShadowCounts[], margin: number, alpha: number): PairedInterval | null {
  const days = all.filter(({ rows }) => rows > 0);
  if (days.length < 2) {
    return null;
  }
  const sum = (of: (day: ShadowCounts) => number) => days.reduce((total, day) => total + of(day), 0);
  const rows = sum((day) => day.rows);
  const difference = sum(netOf) / rows;
  const ofDays = sum((day) => ((netOf(day) - difference * day.rows) / (1 - day.rows / rows)) ** 2);
  const ofRows = sum(differing) - rows * difference ** 2;
  const variance = Math.max(ofDays, ofRows);
  const [first] = days;
  const rho = rhoFor((differing(first) + 1) / (first.rows + 2), margin);
  const radius = lossRadius({ variance, weight: rows, weighted: rows * difference }, rho, alpha);
  return {
    difference,
    low: Math.max(-1, difference - radius),
    high: Math.min(1, difference + radius),
    ...{ variance, rho, days: days.length },
  };
}

function netOf({ newOnly, oldOnly }: ShadowCounts): number {
  return newOnly - oldOnly;
}

function differing({ newOnly, oldOnly }: ShadowCounts): number {
  return newOnly + oldOnly;
}
