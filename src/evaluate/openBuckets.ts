import type { Distribution, Histogram } from '../distribution/Distribution';
import { areNeighbors, nextDouble } from '../distribution/nextDouble';
import type { Decision } from '../query/decision';
import { type BucketToSplit, whichBucketsToSplit } from '../statistics/numeric/whichBucketsToSplit';
import type { EffectGate, EffectName } from '../verdict/Verdict';
import { couldBeSure, couldBeSureByTies } from './couldBeSure';
import type { WindowedVerdict } from './Result';

/** Buckets that are split for a verdict … */
const BUCKETS_A_ROUND = 64;
/** … and for a feature, over all of its windows and segments. */
const BUCKETS_A_FEATURE = 256;
/** More values than have an exact p-value that is near alpha: without one, ties don't count. */
const MOST_WITH_TIES = 200_000;

/** What a feature's buckets leave open, over all of its windows and segments. */
export interface OpenBuckets {
  /** All edges between which the feature was counted. */
  readonly edges: ReadonlySet<number>;
  /** Stretches in which a shift could hide. */
  readonly shifts: readonly BucketToSplit[];
  /** Stretches in which it matters which values are equal. */
  readonly ties: readonly BucketToSplit[];
}

/** For each feature with a verdict that its buckets leave open: those that could hide what decides. */
export function openBuckets(verdicts: readonly WindowedVerdict[], decision: Decision): Map<string, OpenBuckets> {
  const found = new Map<string, { edges: Set<number>; shifts: BucketToSplit[]; ties: BucketToSplit[] }>();
  for (const { verdict, baseline, current, isUnsure, isTied, limit } of openVerdicts(verdicts, decision)) {
    const { feature } = verdict.comparison;
    const shifts = [
      ...openEffect(verdict, baseline, current, limit),
      ...(isUnsure ? openDistance(verdict, baseline, current, limit) : []),
    ];
    const ties = isTied ? openTies([baseline, current], limit) : [];
    const known = found.get(feature) ?? { edges: new Set<number>(), shifts: [], ties: [] };
    [...baseline.edges, ...current.edges].forEach((edge) => known.edges.add(edge));
    known.shifts.push(...shifts);
    known.ties.push(...ties);
    if (known.shifts.length + known.ties.length > 0) {
      found.set(feature, known);
    }
  }
  return found;
}

interface Open {
  readonly verdict: WindowedVerdict;
  readonly baseline: Histogram;
  readonly current: Histogram;
  /** Whether the lower bound of its p-value is sure, and the upper one is not. */
  readonly isUnsure: boolean;
  /** Whether values repeat so much that its p-value hangs on how they do. */
  readonly isTied: boolean;
  /** At most so many buckets are split for it. */
  readonly limit: number;
}

function openVerdicts(verdicts: readonly WindowedVerdict[], decision: Decision): Open[] {
  const unsure = couldBeSure(verdicts, decision);
  const hangsOnTies = couldBeSureByTies(verdicts, decision);
  const open = verdicts.flatMap((verdict) => {
    const { baseline, current } = verdict.comparison;
    const isUnsure = unsure.has(verdict);
    if (!isExactHistogram(baseline) || !isExactHistogram(current) || !hasEnough(verdict) || isSettled(verdict)) {
      return [];
    }
    const isTied = hangsOnTies.has(verdict) && [baseline, current].every(areFew);
    const isOpen = isUnsure || isTied || openGate(verdict) !== null;
    return isOpen ? [{ verdict, baseline, current, isUnsure, isTied }] : [];
  });
  const sizes = new Map<string, number>();
  open.forEach(({ verdict: { comparison } }) =>
    sizes.set(comparison.feature, (sizes.get(comparison.feature) ?? 0) + 1)
  );
  return open.map((one) => {
    const fair = Math.ceil(BUCKETS_A_FEATURE / (sizes.get(one.verdict.comparison.feature) ?? 1));
    return { ...one, limit: Math.min(BUCKETS_A_ROUND, fair) };
  });
}

/** Buckets that leave open whether the effect counts: its bounds lie on both sides of the size at which a verdict turns. */
function openEffect(verdict: WindowedVerdict, baseline: Histogram, current: Histogram, limit: number): BucketToSplit[] {
  const gate = openGate(verdict);
  if (gate === null) {
    return [];
  }
  const measure = gate.effect === 'ks' ? 'ks' : 'wasserstein';
  const scale = measure === 'ks' ? 1 : (baseline.standardDeviation ?? NaN);
  return whichBucketsToSplit(baseline, current, { measure, threshold: gate.size * scale, limit });
}

interface OpenGate {
  readonly effect: EffectName;
  /** The size at which the verdict would turn. */
  readonly size: number;
}

/**
 * The measure and the size at which the verdict would turn to drift or to a warning, where it lies between the bounds of
 * the measure. Where one measure surely is large, the other decides nothing.
 */
function openGate({ gates = [] }: WindowedVerdict): OpenGate | null {
  for (const factor of [1, 0.5]) {
    const sizeOf = ({ expected, threshold }: EffectGate) => (expected ?? 0) + factor * threshold;
    if (gates.some((gate) => gate.low !== null && gate.low >= sizeOf(gate))) {
      return null;
    }
    const open = gates.find((gate) => gate.low !== null && gate.high !== null && sizeOf(gate) <= gate.high);
    if (open !== undefined) {
      return { effect: open.effect, size: sizeOf(open) };
    }
  }
  return null;
}

/** Buckets in which the distance between the distribution functions, and so its p-value, could be another. */
function openDistance(
  { tests }: WindowedVerdict,
  baseline: Histogram,
  current: Histogram,
  limit: number
): BucketToSplit[] {
  const low = tests.find(({ test }) => test === 'ks')?.statisticLow ?? 0;
  return whichBucketsToSplit(baseline, current, { measure: 'ks', threshold: nextDouble(low), limit });
}

/** Surely a drift by the share of missing values, which buckets don't hide and which no test of the values can outdo. */
function isSettled({ verdict, deciding, tests }: WindowedVerdict): boolean {
  const own = tests.find(({ test }) => test === 'missing_rate')?.pValue ?? null;
  return (
    verdict === 'drift' &&
    deciding === 'missing_rate' &&
    own !== null &&
    tests.every(({ test, pValue, pValueLow }) => test === 'missing_rate' || (pValueLow ?? pValue ?? Infinity) > own)
  );
}

/** So few values that an exact p-value can know their ties. */
function areFew({ bins }: Histogram): boolean {
  return bins.reduce((sum, count) => sum + count, 0) <= MOST_WITH_TIES;
}

/** Buckets that may hold values of which some are equal: the fullest first. */
function openTies(sides: readonly Histogram[], limit: number): BucketToSplit[] {
  const [{ edges }] = sides;
  if (sides.some((side) => side.edges.length !== edges.length)) {
    return [];
  }
  const count = (bin: number) => sides.reduce((sum, { bins }) => sum + bins[bin], 0);
  const least = Math.min(...sides.map(({ minimum = Infinity }) => minimum));
  const most = Math.max(...sides.map(({ maximum = -Infinity }) => maximum));
  return Array.from(sides[0].bins, (_, bin) => ({
    from: Math.max(edges[bin], least),
    to: Math.min(edges[bin + 1], nextDouble(most)),
    hidden: count(bin),
  }))
    .filter(({ from, to, hidden }) => hidden > 0 && !areNeighbors(from, to))
    .sort((a, b) => b.hidden - a.hidden)
    .slice(0, limit);
}

/** Where too little data decide, narrower buckets don't. */
function hasEnough({ verdict, reason }: WindowedVerdict): boolean {
  const isShort =
    reason.code === 'minimum_sample' || reason.code === 'baseline_empty' || reason.code === 'current_empty';
  return verdict !== 'undefined' && !isShort;
}

function isExactHistogram(distribution: Distribution): distribution is Histogram {
  return distribution.kind === 'histogram' && distribution.guarantee === 'exact';
}
