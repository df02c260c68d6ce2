import type { CdfKnots } from '../../distribution/cdf/cdfKnots';
import { type Bracket, shareBetween } from './knotDistances';

/** Rounding of summed shares, not mass. */
const NO_MASS = 1e-12;

/** What F may be just above the left end and just below the right end of a stretch without knots. */
interface Stretch {
  readonly width: number;
  readonly f: Ends;
  readonly g: Ends;
}
interface Ends {
  low: number;
  high: number;
  left: number;
  right: number;
}

/**
 * ∫|F − G| dx from knots. Over each stretch between neighbouring knots both functions rise from a known share to a
 * known share, so that |F − G| is at least max(0, F_low − G_high, G_low − F_high) and at most
 * max(F_high − G_low, G_high − F_low); both are attained. `estimate` takes values as spread evenly between knots.
 * Null where an unbounded stretch carries mass: the area could be anything.
 */
export function areaBetweenKnots(f: CdfKnots, g: CdfKnots): Bracket | null {
  let low = 0;
  let high = 0;
  let estimate = 0;
  const bounded = forEachStretch(f, g, ({ width, f: a, g: b }) => {
    low += width * Math.max(0, a.low - b.high, b.low - a.high);
    high += width * Math.max(a.high - b.low, b.high - a.low);
    estimate += width * meanDistanceOfLines(a.left - b.left, a.right - b.right);
  });
  return bounded ? { low, estimate: Math.min(high, Math.max(low, estimate)), high } : null;
}

/** ∫(F − G)² dx from knots, bounded in the same way. */
export function squaredAreaBetweenKnots(f: CdfKnots, g: CdfKnots): Bracket | null {
  let low = 0;
  let high = 0;
  let estimate = 0;
  const bounded = forEachStretch(f, g, ({ width, f: a, g: b }) => {
    low += width * Math.max(0, a.low - b.high, b.low - a.high) ** 2;
    high += width * Math.max(a.high - b.low, b.high - a.low) ** 2;
    const [left, right] = [a.left - b.left, a.right - b.right];
    estimate += (width * (left * left + left * right + right * right)) / 3;
  });
  return bounded ? { low, estimate: Math.min(high, Math.max(low, estimate)), high } : null;
}

/**
 * ∫ sqrt(H(1 − H)) dx with H the distribution function of n values of F and m of G pooled, values spread evenly between
 * knots. Null where an unbounded stretch carries mass.
 */
export function areaOfPooledKnotDeviation(f: CdfKnots, g: CdfKnots, n: number, m: number): number | null {
  const weight = n / (n + m);
  let area = 0;
  const bounded = forEachStretch(f, g, ({ width, f: a, g: b }) => {
    area += width * meanDeviation(mix(weight, a.left, b.left), mix(weight, a.right, b.right));
  });
  return bounded ? area : null;
}

/** Visits the bounded stretches between knots; false where an unbounded one carries mass. */
function forEachStretch(f: CdfKnots, g: CdfKnots, visit: (stretch: Stretch) => void): boolean {
  const a: Ends = { low: 0, high: 0, left: 0, right: 0 };
  const b: Ends = { low: 0, high: 0, left: 0, right: 0 };
  const stretch = { width: 0, f: a, g: b };
  let i = 0;
  let j = 0;
  let from = Math.min(f.x[0], g.x[0]);
  while (i < f.x.length || j < g.x.length) {
    const x = Math.min(i < f.x.length ? f.x[i] : Infinity, j < g.x.length ? g.x[j] : Infinity);
    if (x !== from) {
      stretch.width = x - from;
      fillEnds(a, f, i, from, x);
      fillEnds(b, g, j, from, x);
      if (stretch.width < Infinity) {
        visit(stretch);
      } else if (carriesMass(a) || carriesMass(b) || Math.abs(a.low - b.low) > NO_MASS) {
        return false;
      }
      from = x;
    }
    i = skipTo(f, i, x);
    j = skipTo(g, j, x);
  }
  return true;
}

function fillEnds(ends: Ends, knots: CdfKnots, next: number, from: number, to: number): void {
  ends.low = next === 0 ? 0 : knots.share[next - 1];
  ends.high = next < knots.x.length ? knots.share[next] : 1;
  ends.left = shareBetween(knots, next, from);
  ends.right = shareBetween(knots, next, to);
}

function carriesMass(ends: Ends): boolean {
  return ends.high - ends.low > NO_MASS;
}

/** The first knot beyond x. */
function skipTo({ x: at }: CdfKnots, from: number, x: number): number {
  let next = from;
  while (next < at.length && at[next] === x) {
    next++;
  }
  return next;
}

function mix(weight: number, a: number, b: number): number {
  return weight * a + (1 - weight) * b;
}

/** Mean of |d| where d runs evenly from one end to the other. */
function meanDistanceOfLines(left: number, right: number): number {
  const p = Math.abs(left);
  const q = Math.abs(right);
  const isCrossing = left * right < 0;
  return isCrossing ? (p * p + q * q) / (2 * (p + q)) : (p + q) / 2;
}

/** Mean of sqrt(h(1 − h)) where h runs evenly from one end to the other. */
function meanDeviation(left: number, right: number): number {
  const rise = right - left;
  const middle = left + rise / 2;
  if (Math.abs(rise) < 1e-7) {
    return Math.sqrt(Math.max(0, middle * (1 - middle)));
  }
  return (deviationIntegral(right) - deviationIntegral(left)) / rise;
}

/** An antiderivative of sqrt(h(1 − h)). */
function deviationIntegral(h: number): number {
  const centred = Math.min(1, Math.max(-1, 2 * h - 1));
  return (centred * Math.sqrt(Math.max(0, h * (1 - h)))) / 4 + Math.asin(centred) / 8;
}
