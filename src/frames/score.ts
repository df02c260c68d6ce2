import type { FeatureVerdict } from '../verdict/Verdict';

/**
 * How many thresholds the effect lies above the one that chance alone shows; 0 where it does not. At 1 and more the shift
 * is large enough to matter, whatever the feature's type or its effect's unit: so that features share one axis. A single
 * category or value counts in doublings of its share, and one at most: it matters, but it moves little of the whole. Where
 * windows are held against past ones it is the evidence, in limits: above 1 it is significant.
 */
export function score(
  verdict: Pick<FeatureVerdict, 'effect' | 'effectSize' | 'effectExpected' | 'threshold' | 'overTime'>
): number | null {
  if (verdict.overTime !== undefined) {
    const { score: evidence, limit } = verdict.overTime;
    return evidence === null || limit === null ? null : evidence / limit;
  }
  if (verdict.effectSize === null) {
    return null;
  }
  if (verdict.effect === 'category_share' || verdict.effect === 'value_share') {
    return Math.min(1, Math.max(0, Math.log2(verdict.effectSize)));
  }
  return Math.max(0, (verdict.effectSize - (verdict.effectExpected ?? 0)) / verdict.threshold);
}
