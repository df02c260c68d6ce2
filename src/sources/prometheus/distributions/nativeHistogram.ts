import type { Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { parseSampleValue } from '../client/parseSampleValue';
import type { NativeHistogram } from '../client/PrometheusAnswer';
import { nextBelow } from './nextBelow';

interface Bucket {
  /** (low, high]. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * Buckets as they are stored, exponential or custom, as a histogram; null without a single value. Buckets closed on the
 * left (negative ones) and on both sides (the zero bucket) are rewritten as closed on the right, which changes no value's
 * place. What lies between listed buckets is empty. Observations in no bucket are NaN: the count includes them.
 */
export function nativeHistogram({ count, sum, buckets = [] }: NativeHistogram): Histogram | null {
  const listed = buckets.map(readBucket).filter((bucket) => bucket.high > bucket.low);
  const inBuckets = listed.reduce((total, bucket) => total + bucket.count, 0);
  const total = Math.round(parseSampleValue(count));
  if (!(total > 0)) {
    return null;
  }
  const nan = Math.max(0, total - Math.round(inBuckets));
  const edges: number[] = [];
  const bins: number[] = [];
  let counted = 0;
  let before = 0;
  for (const { low, high, count: inBucket } of listed.sort((a, b) => a.low - b.low)) {
    const end = edges[edges.length - 1];
    if (end === undefined) {
      edges.push(low);
    } else if (low > end) {
      edges.push(low);
      bins.push(0);
    }
    counted += inBucket;
    const upTo = Math.min(total - nan, Math.round(counted));
    edges.push(high);
    bins.push(upTo - before);
    before = upTo;
  }
  const mean = parseSampleValue(sum) / parseSampleValue(count);
  return {
    kind: 'histogram',
    counts: countsOf(total, { nan }),
    edges: Float64Array.from(edges.length > 0 ? edges : [-Infinity, Infinity]),
    bins: Float64Array.from(bins.length > 0 ? bins : [0]),
    closed: 'right',
    guarantee: 'approximate',
    ...(Number.isFinite(mean) && { mean }),
  };
}

/** The rule says which ends a bucket has: 0 the high one, 1 the low one, 2 none, 3 both. */
function readBucket([rule, low, high, count]: readonly [number, string, string, string]): Bucket {
  const [from, to] = [parseSampleValue(low), parseSampleValue(high)];
  const hasLow = rule === 1 || rule === 3;
  const hasHigh = rule === 0 || rule === 3;
  // Only custom buckets reach down from a positive bound to -Inf: as with classic ones, they are taken to begin at 0.
  const isFirstCustom = from === -Infinity && to > 0 && to < Infinity;
  return {
    low: isFirstCustom ? nextBelow(0) : hasLow ? nextBelow(from) : from,
    high: hasHigh ? to : nextBelow(to),
    count: parseSampleValue(count),
  };
}
