import type { Comparison } from '../../verdict/Verdict';
import type { SideCounts } from './DistributionMeta';

/** The counts of one side as `meta.custom` holds them. */
export function sideCounts({ counts }: Comparison['baseline']): SideCounts {
  const { total, missing, nan, mistyped } = counts;
  return {
    total,
    values: total - missing - nan - mistyped,
    missing,
    nan,
    infinite: counts.positiveInfinity + counts.negativeInfinity,
    mistyped,
    missingShare: total === 0 ? 0 : (missing + nan) / total,
  };
}
