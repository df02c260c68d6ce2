import type { Distribution, Histogram } from '../distribution/Distribution';
import { whichBucketsToSplit } from '../statistics/numeric/whichBucketsToSplit';
import type { WindowedVerdict } from './Result';

const BUCKETS_A_ROUND = 32;
const PARTS = 8;
/** Below this deviation the baseline counts as constant: see `baselineScale`. */
const SMALLEST_SCALE = 0.001;

/** For each feature with a verdict that its buckets leave open: edges that narrow what they could hide. */
export function finerEdges(verdicts: readonly WindowedVerdict[]): Map<string, Float64Array> {
  const edges = new Map<string, Set<number>>();
  for (const verdict of verdicts) {
    const { feature, baseline, current } = verdict.comparison;
    const gate = openGate(verdict);
    if (gate === null || !isExactHistogram(baseline) || !isExactHistogram(current)) {
      continue;
    }
    const measure = verdict.effect === 'ks' ? 'ks' : 'wasserstein';
    const scale = measure === 'ks' ? 1 : Math.max(SMALLEST_SCALE, baseline.standardDeviation ?? NaN);
    const split = whichBucketsToSplit(baseline, current, { measure, threshold: gate * scale, limit: BUCKETS_A_ROUND });
    const known = edges.get(feature) ?? new Set([...baseline.edges, ...current.edges]);
    const size = known.size;
    split.forEach(({ from, to }) => cut(from, to).forEach((edge) => known.add(edge)));
    if (known.size > size) {
      edges.set(feature, known);
    }
  }
  return new Map([...edges].map(([feature, known]) => [feature, Float64Array.from(known).sort()]));
}

/**
 * The size of the effect at which the verdict would turn, where the bounds lie on both sides of it: the threshold of
 * drift or that of a warning. Null where they don't, or too little data decide.
 */
function openGate({ effect, effectExpected, threshold, tests, verdict, reason }: WindowedVerdict): number | null {
  if ((effect !== 'ks' && effect !== 'wasserstein_normed') || verdict === 'undefined') {
    return null;
  }
  if (reason.code === 'minimum_sample' || reason.code === 'baseline_empty' || reason.code === 'current_empty') {
    return null;
  }
  const measured = tests.find(({ test }) => test === effect);
  const [low, high] = [measured?.statisticLow ?? null, measured?.statisticHigh ?? null];
  if (low === null || high === null) {
    return null;
  }
  const chance = effectExpected ?? 0;
  const gates = [chance + threshold, chance + threshold / 2];
  return gates.find((gate) => low < gate && gate <= high) ?? null;
}

function isExactHistogram(distribution: Distribution): distribution is Histogram {
  return distribution.kind === 'histogram' && distribution.guarantee === 'exact';
}

/** Evenly, ends included: both are cuts at which the one or the other side is known already. */
function cut(from: number, to: number): number[] {
  return Number.isFinite(to - from)
    ? Array.from({ length: PARTS + 1 }, (_, i) => (i === PARTS ? to : from + ((to - from) * i) / PARTS))
    : [];
}
