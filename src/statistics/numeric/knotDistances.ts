import type { CdfKnots } from '../../distribution/cdf/cdfKnots';

/** A distance of two distributions that are known only at their knots. */
export interface Bracket {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

/**
 * sup |F − G| from knots. At a cut that is no knot of F, F lies between its shares at the knots around it. `low` is the
 * largest distance that these intervals cannot avoid: max |F − G| at shared knots, and more where knots of one lie
 * beside those of the other. `high` is the largest they allow: over each stretch between neighboring knots of either,
 * max(F_high − G_low, G_high − F_low). `estimate` takes values as spread evenly between knots.
 */
export function largestKnotDistance(f: CdfKnots, g: CdfKnots): Bracket & { readonly at: number } {
  let i = 0;
  let j = 0;
  let fLow = 0;
  let gLow = 0;
  let previousX = NaN;
  let low = 0;
  let high = 0;
  let estimate = 0;
  let at = NaN;
  const fSize = f.x.length;
  const gSize = g.x.length;
  while (i < fSize || j < gSize) {
    const order = i >= fSize ? 1 : j >= gSize ? -1 : compareCuts(f, i, g, j);
    const x = order <= 0 ? f.x[i] : g.x[j];
    const fHigh = i < fSize ? f.share[i] : 1;
    const gHigh = j < gSize ? g.share[j] : 1;
    // No cut lies between just before a value and just after it.
    if (x !== previousX) {
      high = Math.max(high, fHigh - gLow, gHigh - fLow);
    }
    const fHere = order <= 0 ? fHigh : shareBetween(f, i, x);
    const gHere = order >= 0 ? gHigh : shareBetween(g, j, x);
    if (order <= 0) {
      fLow = fHigh;
      i++;
    }
    if (order >= 0) {
      gLow = gHigh;
      j++;
    }
    // After the step, the one without a knot here still lies between its last knot and its next.
    low = Math.max(low, fLow - gHigh, gLow - fHigh);
    high = Math.max(high, fHigh - gLow, gHigh - fLow);
    const distance = Math.abs(fHere - gHere);
    if (distance > estimate) {
      estimate = distance;
      at = x;
    }
    previousX = x;
  }
  return { low, estimate: Math.min(high, Math.max(low, estimate)), high, at };
}

/** Order of two cuts: by value, then before it or after it. */
export function compareCuts(f: CdfKnots, i: number, g: CdfKnots, j: number): number {
  const x = f.x[i];
  const y = g.x[j];
  return x === y ? f.after[i] - g.after[j] : x < y ? -1 : 1;
}

/** F at x between its knots next − 1 and next, by a straight line; NaN where one of them is infinite. */
export function shareBetween({ x, share }: CdfKnots, next: number, value: number): number {
  if (next === 0) {
    return 0;
  }
  if (next >= x.length) {
    return 1;
  }
  const from = x[next - 1];
  const width = x[next] - from;
  const rise = share[next] - share[next - 1];
  if (rise === 0 || width === 0) {
    return share[next - 1];
  }
  return width < Infinity ? share[next - 1] + rise * ((value - from) / width) : NaN;
}
