import type { Distribution, Histogram } from '../../distribution/Distribution';
import { countBelow } from '../../distribution/histogramFromSamples';
import { numberOfValues } from '../../distribution/numberOfValues';
import { countsValues, numberIn } from '../../distribution/pointsOf';

/** A number that probably stands for "no value". */
export interface LikelySentinel {
  readonly value: number;
  readonly count: number;
  readonly share: number;
}

/** A number of the writer's own choice is not found by how it is written: it has to repeat so often … */
const LEAST_REPEATS = 3;
/** … and lie so many times as far away as the others reach. */
const FAR = 10;
/** Values beside it, without which nothing is far outside. */
const LEAST_OTHERS = 20;
/** Beyond this share a value is what the feature mostly is. */
const MOST_SHARE = 0.5;
const MOST_FOUND = 3;
/** -999, -99.99, 9999999 and the ends of whole-number types: one such value is enough. */
const USUAL = /^-?(9{3,}|9+\.9+|32767|32768|65535|2147483647|2147483648|4294967295)$/;

/**
 * Numbers far outside of all other values that are written as markers of missing values are (-999), at least as far from the
 * others as these reach, or that repeat, ten times as far: they likely stand for missing values. They inflate a mean and a standard deviation as nothing else
 * does. 0 is never one. Of histograms only those with a bucket of their own are found. At most three, most frequent first.
 */
export function likelySentinels(distribution: Distribution): LikelySentinel[] {
  const total = numberOfValues(distribution);
  const ends = endsOf(distribution);
  const found: LikelySentinel[] = [];
  if (ends === null) {
    return found;
  }
  const { left, right } = ends;
  let [l, r] = [0, 0];
  for (let round = 0; round < MOST_FOUND; round++) {
    const [low, nextLow, high, nextHigh] = [left[l], left[l + 1], right[r], right[r + 1]];
    const reach = nextHigh.to - nextLow.from;
    const isLow = isSentinel(low, nextLow.from - low.to, reach, total);
    const isHigh = isSentinel(high, high.from - nextHigh.to, reach, total);
    for (const { value, count } of [...(isLow ? [low] : []), ...(isHigh ? [high] : [])]) {
      found.push({ value: value ?? NaN, count, share: count / total });
    }
    if (!isLow && !isHigh) {
      break;
    }
    l += isLow ? 1 : 0;
    r += isHigh ? 1 : 0;
  }
  return found.sort((a, b) => b.count - a.count).slice(0, MOST_FOUND);
}

function isSentinel({ value, count }: Cell, gap: number, reach: number, total: number): boolean {
  if (value === null || value === 0 || total - count < LEAST_OTHERS || count > MOST_SHARE * total) {
    return false;
  }
  return gap > 0 && (isUsualMarker(value) ? gap >= reach : count >= LEAST_REPEATS && gap >= FAR * reach);
}

/** Whether a number is written as markers of missing values mostly are. */
export function isUsualMarker(value: number): boolean {
  return USUAL.test(String(value));
}

/** Values between two numbers, which are the same where they are one number. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly value: number | null;
}

const CELLS = MOST_FOUND + 1;

/** The outermost cells at both ends, from the outside to the inside; null where there are too few different values. */
function endsOf(distribution: Distribution): { readonly left: Cell[]; readonly right: Cell[] } | null {
  const cells =
    distribution.kind === 'samples'
      ? { left: runs(distribution.sorted, 1), right: runs(distribution.sorted, -1) }
      : distribution.kind === 'histogram' && countsValues(distribution)
        ? { left: buckets(distribution, 1), right: buckets(distribution, -1) }
        : null;
  const isEnough =
    cells !== null &&
    Math.min(cells.left.length, cells.right.length) === CELLS &&
    cells.left[CELLS - 1].to < cells.right[CELLS - 1].from;
  return isEnough ? cells : null;
}

/** Runs of equal values, from the smallest or from the largest finite one on. */
function runs(sorted: Float64Array, step: 1 | -1): Cell[] {
  const found: Cell[] = [];
  let at = step > 0 ? countBelow(sorted, -Infinity, true) : countBelow(sorted, Infinity, false) - 1;
  while (found.length < CELLS && at >= 0 && at < sorted.length && Number.isFinite(sorted[at])) {
    const value = sorted[at];
    const [first, after] = [countBelow(sorted, value, false), countBelow(sorted, value, true)];
    found.push({ from: value, to: value, count: after - first, value });
    at = step > 0 ? after : first - 1;
  }
  return found;
}

function buckets(histogram: Histogram, step: 1 | -1): Cell[] {
  const { edges, bins, minimum = -Infinity, maximum = Infinity } = histogram;
  const found: Cell[] = [];
  for (let i = step > 0 ? 0 : bins.length - 1; found.length < CELLS && i >= 0 && i < bins.length; i += step) {
    if (bins[i] > 0) {
      const value = numberIn(histogram, i);
      const [from, to] = [Math.max(edges[i], minimum), Math.min(edges[i + 1], maximum)];
      found.push({ from, to: value ?? to, count: bins[i], value });
    }
  }
  return found;
}
