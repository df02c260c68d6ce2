import type { Distribution } from '../../distribution/Distribution';

/** Share of the rows without a value; null where there are no rows. */
export function missingRateOf({ counts }: Distribution): number | null {
  return counts.total > 0 ? Math.min(1, (counts.missing + counts.nan) / counts.total) : null;
}

/** Rows that have something in them, of the right type or not. */
export function presentIn({ counts }: Distribution): number {
  return Math.max(0, counts.total - counts.missing - counts.nan);
}

export function infiniteIn({ counts }: Distribution): number {
  return counts.positiveInfinity + counts.negativeInfinity;
}
