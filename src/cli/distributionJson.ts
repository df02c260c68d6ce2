import { type DistributionResult, type FeatureDistributions, noticeText } from '../evaluate/Result';
import { describeReason } from '../verdict/describeReason';

/** Distributions as one object, an element of `results` for each feature and segment. */
export function distributionJson({
  features,
  queryHash,
  baseline,
  notices,
}: DistributionResult): Record<string, unknown> {
  return { results: features.map(featureJson), baseline, query_hash: queryHash, notices: notices.map(noticeText) };
}

function featureJson({ feature, type, segment, shape, verdict }: FeatureDistributions): Record<string, unknown> {
  return {
    feature,
    type,
    ...segment,
    ...(shape.kind === 'bins' ? { edges: Array.from(shape.edges) } : { categories: shape.categories }),
    baseline: Array.from(shape.baseline),
    current: Array.from(shape.current),
    n_baseline: verdict.comparison.baseline.counts.total,
    n_current: verdict.comparison.current.counts.total,
    verdict: verdict.verdict,
    severity: verdict.severity,
    reason: describeReason(verdict),
  };
}
