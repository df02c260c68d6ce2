import type { Range } from '../metricValues';
import { Z95 } from './level';

const STEPS = 60;

/**
 * The 95% interval of (b − c)/n, the difference of two shares of the same n rows, of which b count for the first alone and c
 * for the second alone: the differences that the score test doesn't reject (T. Tango 1998). It holds 0 just where McNemar's
 * test without a correction finds nothing at 5%.
 */
export function tango(b: number, c: number, n: number): Range {
  const difference = (b - c) / n;
  const isRejected = (delta: number) => Math.abs(score(b, c, n, delta)) > Z95;
  return [edge(-1, difference, isRejected), edge(1, difference, isRejected)];
}

/** From an end that may be rejected to a difference that is not. */
function edge(end: number, inside: number, isRejected: (delta: number) => boolean): number {
  if (!isRejected(end)) {
    return end;
  }
  let [outer, inner] = [end, inside];
  for (let step = 0; step < STEPS; step++) {
    const middle = (outer + inner) / 2;
    if (isRejected(middle)) {
      outer = middle;
    } else {
      inner = middle;
    }
  }
  return inner;
}

/** The score at a difference, with the share of c that is most likely there. */
function score(b: number, c: number, n: number, delta: number): number {
  const linear = -b - c + (2 * n - b + c) * delta;
  const constant = -c * delta * (1 - delta);
  const share = (-linear + Math.sqrt(Math.max(0, linear * linear - 8 * n * constant))) / (4 * n);
  const variance = n * (2 * share + delta * (1 - delta));
  const distance = b - c - n * delta;
  return distance === 0 ? 0 : distance / Math.sqrt(Math.max(0, variance));
}
