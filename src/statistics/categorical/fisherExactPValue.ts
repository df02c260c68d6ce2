import { hypergeometricLogProbability } from '../special/hypergeometricLogProbability';

/** Tables less than this much more probable than the observed one count as equally probable, as in R's fisher.test. */
const LOG_TOLERANCE = Math.log1p(1e-7);

/**
 * Two-sided p-value of Fisher's exact test of the table [[a, b], [c, d]] of whole counts: the sum of the probabilities,
 * given the margins, of all tables no more probable than the observed one (R. A. Fisher, "The logic of inductive
 * inference", JRSS 98, 1935; the two-sided rule and its tolerance as in R's `fisher.test`).
 *
 * The probability falls on both sides of its mode, so both tails start at a point found by bisection and are summed
 * outwards until nothing is added: some 16 standard deviations at most, 2e5 steps at counts of 1e9.
 */
export function fisherExactPValue(a: number, b: number, c: number, d: number): number {
  const marked = a + c;
  const unmarked = b + d;
  const draws = a + b;
  const lowest = Math.max(0, draws - unmarked);
  const highest = Math.min(draws, marked);
  const most = hypergeometricLogProbability(a, marked, unmarked, draws) + LOG_TOLERANCE;
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((draws + 1) * (marked + 1)) / (marked + unmarked + 2))));
  const isTail = (x: number) => hypergeometricLogProbability(x, marked, unmarked, draws) <= most;

  // The last x of the lower tail, and the first of the upper one.
  let lower = lowest - 1;
  for (let above = mode + 1; above - lower > 1;) {
    const middle = Math.floor((lower + above) / 2);
    if (isTail(middle)) {
      lower = middle;
    } else {
      above = middle;
    }
  }
  if (lower === mode) {
    return 1;
  }
  let upper = highest + 1;
  for (let below = mode; upper - below > 1;) {
    const middle = Math.floor((below + upper) / 2);
    if (isTail(middle)) {
      upper = middle;
    } else {
      below = middle;
    }
  }
  const sum = lowerTail(lower, lowest, marked, unmarked, draws) + upperTail(upper, highest, marked, unmarked, draws);
  return Math.min(1, sum);
}

function lowerTail(from: number, lowest: number, marked: number, unmarked: number, draws: number): number {
  if (from < lowest) {
    return 0;
  }
  let term = 1;
  let sum = 1;
  for (let x = from; x > lowest && term > sum * 1e-17; x--) {
    term *= (x / (marked - x + 1)) * ((unmarked - draws + x) / (draws - x + 1));
    sum += term;
  }
  return sum * Math.exp(hypergeometricLogProbability(from, marked, unmarked, draws));
}

function upperTail(from: number, highest: number, marked: number, unmarked: number, draws: number): number {
  if (from > highest) {
    return 0;
  }
  let term = 1;
  let sum = 1;
  for (let x = from; x < highest && term > sum * 1e-17; x++) {
    term *= ((marked - x) / (x + 1)) * ((draws - x) / (unmarked - draws + x + 1));
    sum += term;
  }
  return sum * Math.exp(hypergeometricLogProbability(from, marked, unmarked, draws));
}
