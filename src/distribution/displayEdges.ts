import { cdfKnots } from './cdf/cdfKnots';
import type { Distribution, Samples } from './Distribution';
import { quantileOfSorted } from './quantile';

/** The range drawn reaches at most this many widths of the central 90% beyond them. */
const REACH = 1;

/** Shared edges for plotting; null where nothing finite is known. */
export function displayEdges(baseline: Distribution, current: Distribution, limit: number): Float64Array | null {
  const known = [baseline, current].filter((one) => one.kind !== 'samples').map(finiteKnots);
  const own = known.flat();
  if (own.length >= 2) {
    return thinned(own, limit);
  }
  const samples = [baseline, current].filter((one): one is Samples => one.kind === 'samples').map(finiteValues);
  return edgesOfValues(
    samples.filter(({ length }) => length > 0),
    limit
  );
}

function finiteKnots(distribution: Distribution): number[] {
  const knots = cdfKnots(distribution);
  return knots === null ? [] : Array.from(knots.x, withoutDust).filter(Number.isFinite);
}

/** The number just below zero, where a bucket that holds zero begins, is shown as zero. */
function withoutDust(x: number): number {
  return Math.abs(x) < 1e-300 ? 0 : x;
}

/** Distinct edges in order; where there are too many, every so many are dropped, the outer ones kept. */
function thinned(all: number[], limit: number): Float64Array | null {
  const edges = [...new Set(all)].sort((a, b) => a - b);
  if (edges.length < 2) {
    return null;
  }
  const bins = Math.min(limit, edges.length - 1);
  return Float64Array.from({ length: bins + 1 }, (_, i) => edges[Math.round((i * (edges.length - 1)) / bins)]);
}

function finiteValues({ sorted, counts }: Samples): Float64Array {
  return sorted.subarray(counts.negativeInfinity, sorted.length - counts.positiveInfinity);
}

function edgesOfValues(samples: Float64Array[], limit: number): Float64Array | null {
  if (samples.length === 0) {
    return null;
  }
  const low = Math.min(...samples.map(lowest));
  const high = Math.max(...samples.map(highest));
  const width = Math.min(...samples.map(freedmanDiaconis).filter((w) => w > 0), Infinity);
  const range = high - low;
  if (!(range > 0) || !Number.isFinite(range)) {
    return aroundOne(low, high);
  }
  if (samples.every(areWhole)) {
    const step = Math.max(1, Math.ceil((range + 1) / limit), width < Infinity ? Math.round(width) : 1);
    const bins = Math.ceil((range + 1) / step);
    return equal(low - 0.5, step, bins);
  }
  const bins = Math.max(1, Math.min(limit, width < Infinity ? Math.ceil(range / width) : limit));
  const edges = equal(low, range / bins, bins);
  edges[bins] = high;
  return strictlyAscending(edges);
}

/** The lower end of what is drawn: the minimum, or less far out where that is an outlier. */
function lowest(sorted: Float64Array): number {
  const [p05, p95] = [quantileOfSorted(sorted, 0.05) ?? 0, quantileOfSorted(sorted, 0.95) ?? 0];
  return p95 > p05 ? firstAtLeast(sorted, p05 - REACH * (p95 - p05)) : sorted[0];
}

function highest(sorted: Float64Array): number {
  const [p05, p95] = [quantileOfSorted(sorted, 0.05) ?? 0, quantileOfSorted(sorted, 0.95) ?? 0];
  return p95 > p05 ? lastAtMost(sorted, p95 + REACH * (p95 - p05)) : sorted[sorted.length - 1];
}

function firstAtLeast(sorted: Float64Array, bound: number): number {
  return sorted.find((value) => value >= bound) ?? sorted[0];
}

function lastAtMost(sorted: Float64Array, bound: number): number {
  return sorted.findLast((value) => value <= bound) ?? sorted[sorted.length - 1];
}

/** Bin width 2·IQR/∛n (D. Freedman and P. Diaconis, "On the histogram as a density estimator", 1981). */
function freedmanDiaconis(sorted: Float64Array): number {
  const range = (quantileOfSorted(sorted, 0.75) ?? 0) - (quantileOfSorted(sorted, 0.25) ?? 0);
  return (2 * range) / Math.cbrt(sorted.length);
}

function areWhole(sorted: Float64Array): boolean {
  return sorted.every((value) => value % 1 === 0 && Math.abs(value) < 2 ** 50);
}

/** One bin around a constant, or over a range that is too wide for a double. */
function aroundOne(low: number, high: number): Float64Array {
  if (high > low) {
    return Float64Array.of(low, high);
  }
  const reach = Math.max(0.5, Math.abs(low) * 2 ** -50);
  return Float64Array.of(Math.max(-Number.MAX_VALUE, low - reach), Math.min(Number.MAX_VALUE, low + reach));
}

function equal(from: number, width: number, bins: number): Float64Array {
  return Float64Array.from({ length: bins + 1 }, (_, i) => from + i * width);
}

/** Neighboring edges may be the same double where the range is narrow for its size. */
function strictlyAscending(edges: Float64Array): Float64Array {
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1]);
}
