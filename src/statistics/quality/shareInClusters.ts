import { studentTwoSidedTail } from '../special/studentTwoSidedTail';

/** How many of the rows of one cluster, such as an hour, have a property. */
export interface ClusterCount {
  readonly count: number;
  readonly rows: number;
}

/** Fewer clusters tell no spread. */
const LEAST_CLUSTERS = 5;

/**
 * One-sided p of a share above `expected`, where rows of one cluster hang together: the share over all rows with the
 * variance of a ratio of cluster totals, H/(H − 1) · Σ(c − p·n)² / N² over H clusters (W. G. Cochran, "Sampling Techniques",
 * 3rd ed. 1977, 6.4; the cluster-robust variance of a mean), by Student's t with H − 1 degrees of freedom. 1 where the share
 * is no larger than expected, null for fewer than five clusters with rows.
 */
export function shareInClusters(clusters: readonly ClusterCount[], expected: number): number | null {
  const filled = clusters.filter(({ rows }) => rows > 0);
  const [count, total] = [filled.reduce((n, one) => n + one.count, 0), filled.reduce((n, one) => n + one.rows, 0)];
  if (filled.length < LEAST_CLUSTERS) {
    return null;
  }
  const share = count / total;
  if (share <= expected) {
    return 1;
  }
  const squares = filled.reduce((sum, one) => sum + (one.count - share * one.rows) ** 2, 0);
  const error = Math.sqrt((filled.length / (filled.length - 1)) * squares) / total;
  return studentTwoSidedTail((share - expected) / error, filled.length - 1) / 2;
}
