import type { DistributionMeta } from '../../../frames/distribution/DistributionMeta';

export interface AbsentValues {
  readonly name: string;
  /** Of all rows of the side, 0 to 1. */
  readonly baseline: number;
  readonly current: number;
}

const KINDS = [
  { key: 'missing', name: 'missing' },
  { key: 'nan', name: 'NaN' },
  { key: 'infinite', name: 'infinite' },
  { key: 'mistyped', name: 'invalid type' },
] as const;

/** Rows that no bin or category can show, on either side: missing ones always, the others where there are any. */
export function absentValues({ baselineCounts, currentCounts }: DistributionMeta): AbsentValues[] {
  return KINDS.map(({ key, name }) => ({
    name,
    baseline: share(baselineCounts[key], baselineCounts.total),
    current: share(currentCounts[key], currentCounts.total),
  })).filter(({ name, baseline, current }) => name === 'missing' || baseline > 0 || current > 0);
}

function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}
