import type { FeatureVerdict } from '../verdict/Verdict';

/**
 * How many thresholds the effect lies above the one that chance alone shows; 0 where it does not. At 1 and more the shift
 * is large enough to matter, whatever the feature's type or its effect's unit: so that features share one axis.
 */
export function score(verdict: Pick<FeatureVerdict, 'effectSize' | 'effectExpected' | 'threshold'>): number | null {
  if (verdict.effectSize === null) {
    return null;
  }
  return Math.max(0, (verdict.effectSize - (verdict.effectExpected ?? 0)) / verdict.threshold);
}
