import { fisherExactPValue } from '../categorical/fisherExactPValue';
import { logFactorial } from '../special/logFactorial';

/** Two-sided Fisher p of a count among `n` rows of the baseline against one among `m` current rows. */
export function rateChange(before: number, n: number, now: number, m: number): number | null {
  const [a, b, c, d] = [before, n - before, now, m - now].map(Math.round);
  return n > 0 && m > 0 && Math.min(a, b, c, d) >= 0 ? fisherExactPValue(a, b, c, d) : null;
}

/**
 * Chance that `k` values or more of `m` current ones, none of `n` earlier ones, have a property, if all were drawn alike:
 * C(m, k) / C(n + m, k), Fisher's one-sided p where the earlier count is 0.
 */
export function onlyNow(k: number, n: number, m: number): number {
  return k <= 0 ? 1 : Math.min(1, Math.exp(logChoose(m, k) - logChoose(n + m, k)));
}

function logChoose(n: number, k: number): number {
  return logFactorial(Math.round(n)) - logFactorial(Math.round(k)) - logFactorial(Math.round(n - k));
}
