import { type CdfKnots, cdfKnots } from '../cdf/cdfKnots';
import type { Distribution, Quantiles } from '../Distribution';
import { numberOfValues } from '../numberOfValues';
import { addCounts } from '../valueCounts';

/** Probabilities of the result: enough for every quantile people ask for. */
const PROBABILITIES = [0, 0.001, 0.01, ...Array.from({ length: 19 }, (_, i) => (i + 1) / 20), 0.99, 0.999, 1];

/**
 * Quantiles of both together, approximately: the weighted mean of their distribution functions, values spread evenly
 * between known quantiles, inverted. Probabilities at which no finite value is known are left out.
 */
export function mergeQuantiles(a: Distribution, b: Distribution): Quantiles {
  const counts = addCounts(a.counts, b.counts);
  const parts = [a, b].flatMap((one) => {
    const knots = cdfKnots(one);
    return knots === null ? [] : [{ knots, weight: numberOfValues(one) }];
  });
  const cuts = Float64Array.from(new Set(parts.flatMap(({ knots }) => Array.from(knots.x)))).sort();
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const shareAt = (x: number, side: 0 | 1) =>
    parts.reduce((sum, { knots, weight }) => sum + (weight / total) * shareAtCut(knots, x, side), 0);
  const probabilities: number[] = [];
  const values: number[] = [];
  for (const probability of PROBABILITIES) {
    const value = invert(cuts, shareAt, probability);
    if (Number.isFinite(value)) {
      probabilities.push(probability);
      values.push(value);
    }
  }
  return {
    kind: 'quantiles',
    counts,
    probabilities: Float64Array.from(probabilities),
    values: Float64Array.from(values),
  };
}

/** The share just before x or just after it, by a straight line between knots; of an unbounded bucket, its known end. */
function shareAtCut({ x, after, share }: CdfKnots, value: number, side: 0 | 1): number {
  let next = 0;
  while (next < x.length && (x[next] < value || (x[next] === value && after[next] <= side))) {
    next++;
  }
  if (next === 0 || next === x.length) {
    return next === 0 ? 0 : 1;
  }
  const width = x[next] - x[next - 1];
  if (x[next - 1] === value || !(width > 0)) {
    return share[next - 1];
  }
  if (width === Infinity) {
    return x[next] === Infinity ? share[next - 1] : share[next];
  }
  return share[next - 1] + (share[next] - share[next - 1]) * ((value - x[next - 1]) / width);
}

function invert(cuts: Float64Array, shareAt: (x: number, side: 0 | 1) => number, probability: number): number {
  let previous = -Infinity;
  let reached = 0;
  for (const cut of cuts) {
    const before = shareAt(cut, 0);
    if (before >= probability && before > reached) {
      return previous + (cut - previous) * ((probability - reached) / (before - reached));
    }
    const after = shareAt(cut, 1);
    if (after >= probability && after > 0) {
      return cut;
    }
    previous = cut;
    reached = after;
  }
  return previous;
}
