import type { CdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Bracket } from './knotDistances';
import { deviationAt, meanDeviation, meanDistance } from './linearMeans';
import { StretchWalker } from './StretchWalker';

/**
 * ∫|F − G| dx from knots. Over each stretch between neighboring knots both functions rise from a known share to a
 * known share, so that |F − G| is at least max(0, F_low − G_high, G_low − F_high) and at most
 * max(F_high − G_low, G_high − F_low); both are attained. `estimate` takes values as spread evenly between knots.
 * Null where an unbounded stretch carries mass: the area could be anything.
 */
export function areaBetweenKnots(f: CdfKnots, g: CdfKnots): Bracket | null {
  const at = new StretchWalker(f, g);
  let low = 0;
  let high = 0;
  let estimate = 0;
  while (at.next()) {
    const width = at.to - at.from;
    low += width * Math.max(0, at.fLow - at.gHigh, at.gLow - at.fHigh);
    high += width * Math.max(at.fHigh - at.gLow, at.gHigh - at.fLow);
    estimate += width * meanDistance(at.fLeft - at.gLeft, at.fRight - at.gRight);
  }
  return at.isUnbounded ? null : { low, estimate: Math.min(high, Math.max(low, estimate)), high };
}

/** ∫(F − G)² dx from knots, bounded in the same way. */
export function squaredAreaBetweenKnots(f: CdfKnots, g: CdfKnots): Bracket | null {
  const at = new StretchWalker(f, g);
  let low = 0;
  let high = 0;
  let estimate = 0;
  while (at.next()) {
    const width = at.to - at.from;
    const least = Math.max(0, at.fLow - at.gHigh, at.gLow - at.fHigh);
    const most = Math.max(at.fHigh - at.gLow, at.gHigh - at.fLow);
    const left = at.fLeft - at.gLeft;
    const right = at.fRight - at.gRight;
    low += width * least * least;
    high += width * most * most;
    estimate += (width * (left * left + left * right + right * right)) / 3;
  }
  return at.isUnbounded ? null : { low, estimate: Math.min(high, Math.max(low, estimate)), high };
}

/**
 * ∫ sqrt(H(1 − H)) dx with H the distribution function of n values of F and m of G pooled, values spread evenly between
 * knots. Null where an unbounded stretch carries mass.
 */
export function areaOfPooledKnotDeviation(f: CdfKnots, g: CdfKnots, n: number, m: number): number | null {
  const at = new StretchWalker(f, g);
  const weight = n / (n + m);
  const rest = 1 - weight;
  let area = 0;
  while (at.next()) {
    const left = weight * at.fLeft + rest * at.gLeft;
    const right = weight * at.fRight + rest * at.gRight;
    area += (at.to - at.from) * meanDeviation(left, right, deviationAt(left), deviationAt(right));
  }
  return at.isUnbounded ? null : area;
}
