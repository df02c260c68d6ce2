import { plainText } from '../../distribution/cell/plainText';
import type { PerformanceQuery, VersionComparison } from '../../query/performanceQuery';
import type { Segment } from '../cells';

/** Two versions of which each row has one. */
export type SplitVersions = Extract<VersionComparison, { readonly field: string }>;
/** A version that only logs beside the one that decides. */
export type ShadowVersion = Extract<VersionComparison, { readonly shadow: object }>;

export function splitVersions({ compare }: Pick<PerformanceQuery, 'compare'>): SplitVersions | null {
  return compare !== undefined && 'field' in compare ? compare : null;
}

export function shadowVersion({ compare }: Pick<PerformanceQuery, 'compare'>): ShadowVersion | null {
  return compare !== undefined && 'shadow' in compare ? compare : null;
}

/** A segment without its version, and whether it is one of those that are compared. */
export function versionOf(
  segment: Segment,
  { field, old, new: next }: SplitVersions
): { readonly rest: Segment; readonly side: 'old' | 'new' | null } {
  const { [field]: version = '', ...rest } = segment;
  const written = plainText(version);
  return { rest, side: written === plainText(old) ? 'old' : written === plainText(next) ? 'new' : null };
}
