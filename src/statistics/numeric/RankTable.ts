import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { bucketCounts } from './bucketCounts';

/** Counts of both samples at each different value, or in each bucket, in ascending order: all that a rank test needs. */
export interface RankTable {
  readonly baseline: Float64Array;
  readonly current: Float64Array;
  readonly n: number;
  readonly m: number;
  /** Whether the values of a column are equal, or merely share a bucket. */
  readonly isRaw: boolean;
}

/** The table of two ordered distributions with values: of raw values where both are raw, else of buckets both know. */
export function rankTable(baseline: Distribution, current: Distribution): RankTable {
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    return tableOfSamples(baseline.sorted, current.sorted);
  }
  const n = Math.max(1, Math.round(numberOfValues(baseline)));
  const m = Math.max(1, Math.round(numberOfValues(current)));
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  if (f === null || g === null) {
    return { baseline: Float64Array.of(n), current: Float64Array.of(m), n, m, isRaw: false };
  }
  return { ...bucketCounts(f, g, n, m), n, m, isRaw: false };
}

function tableOfSamples(a: Float64Array, b: Float64Array): RankTable {
  const n = a.length;
  const m = b.length;
  const baseline = new Float64Array(n + m);
  const current = new Float64Array(n + m);
  let size = 0;
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    const value = j >= m || (i < n && a[i] < b[j]) ? a[i] : b[j];
    const fromA = i;
    const fromB = j;
    while (i < n && a[i] === value) {
      i++;
    }
    while (j < m && b[j] === value) {
      j++;
    }
    baseline[size] = i - fromA;
    current[size++] = j - fromB;
  }
  return { baseline: baseline.subarray(0, size), current: current.subarray(0, size), n, m, isRaw: true };
}

/** Whether any two values share a column. */
export function hasTies({ baseline, n, m }: RankTable): boolean {
  return baseline.length < n + m;
}

/** Σ(t³ − t)/(N(N − 1)) over groups of t tied values: N + 1 where all are equal. */
export function tieTerm({ baseline, current, n, m }: RankTable): number {
  let sum = 0;
  for (let i = 0; i < baseline.length; i++) {
    const tied = baseline[i] + current[i];
    sum += tied * (tied * tied - 1);
  }
  return n + m > 1 ? sum / (n + m) / (n + m - 1) : 0;
}
