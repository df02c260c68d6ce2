import { type Places, positionsOf, type SliceCounts, type SlicedCounts } from './SlicedCounts';

/** By which measure two distributions differ. */
export type CauseMeasure = 'wasserstein_normed' | 'ks' | 'total_variation';

/** How far two distributions are apart, what it surely lies between, and what chance alone would show. */
export interface WeighedEffect {
  readonly size: number;
  readonly low: number;
  readonly high: number;
  readonly expected: number;
}

/** Values of one side, all slices together: counts by position, and as many independent values as they are worth. */
export interface WeighedSide {
  readonly counts: Float64Array;
  readonly total: number;
  readonly effective: number;
  readonly mean: number | null;
  readonly deviation: number | null;
}

// Read once: a lookup of `Math` in every step of a loop takes longer than the step.
const { abs, max, sqrt } = Math;

/** Mean of the Kolmogorov distribution, sqrt(π/2)·ln 2. */
const KOLMOGOROV_MEAN = 0.8687311606361591;

/**
 * One side with each slice weighted; 0 leaves it out. Weighted values are worth (Σ w n)²/Σ w² n independent ones
 * (L. Kish 1965). Moments are known only where every slice with values knows its own.
 */
export function weigh(slices: readonly SliceCounts[], places: Places, weights?: Float64Array): WeighedSide {
  const counts = new Float64Array(positionsOf(places));
  let [total, squares, sum, squareSum, isKnown] = [0, 0, 0, 0, true];
  slices.forEach(({ position, count, total: own, mean, deviation }, slice) => {
    const weight = weights === undefined ? 1 : weights[slice];
    if (weight === 0 || own === 0) {
      return;
    }
    for (let i = 0; i < position.length; i++) {
      counts[position[i]] += weight * count[i];
    }
    total += weight * own;
    squares += weight * weight * own;
    if (mean === undefined) {
      isKnown = false;
    } else {
      sum += weight * own * mean;
      squareSum += deviation === undefined ? NaN : weight * own * (deviation * deviation + mean * mean);
    }
  });
  const mean = isKnown && total > 0 ? sum / total : null;
  const variance = mean === null ? NaN : squareSum / total - mean * mean;
  return {
    counts,
    total,
    effective: squares === 0 ? 0 : (total * total) / squares,
    mean,
    deviation: Number.isNaN(variance) ? null : sqrt(max(0, variance)),
  };
}

/** Null where a side has no values, or the measure does not exist: no scale, or values without a bound. */
export function weighedEffect(
  measure: CauseMeasure,
  places: Places,
  baseline: WeighedSide,
  current: WeighedSide
): WeighedEffect | null {
  if (!(baseline.total > 0 && current.total > 0)) {
    return null;
  }
  if (measure === 'total_variation') {
    return totalVariation(baseline, current);
  }
  if (places.kind === 'categories') {
    return null;
  }
  return measure === 'ks' ? largestDistance(baseline, current) : area(places, baseline, current);
}

/** The effect of slices with weights on both sides. */
export function effectOf(
  measure: CauseMeasure,
  { places, baseline, current }: SlicedCounts,
  weights: { readonly baseline?: Float64Array; readonly current?: Float64Array } = {}
): WeighedEffect | null {
  return weighedEffect(
    measure,
    places,
    weigh(baseline, places, weights.baseline),
    weigh(current, places, weights.current)
  );
}

function totalVariation(before: WeighedSide, after: WeighedSide): WeighedEffect {
  const chance = (2 / Math.PI) * (1 / before.effective + 1 / after.effective);
  const share = before.effective / (before.effective + after.effective);
  let sum = 0;
  let expected = 0;
  for (let at = 0; at < before.counts.length; at++) {
    const p = before.counts[at] / before.total;
    const q = after.counts[at] / after.total;
    const pooled = share * p + (1 - share) * q;
    sum += abs(p - q);
    expected += sqrt(max(0, chance * pooled * (1 - pooled)));
  }
  return exact(sum / 2, expected / 2);
}

function exact(size: number, expected: number): WeighedEffect {
  return { size, low: size, high: size, expected };
}

type Ordered = Exclude<Places, { kind: 'categories' }>;

/** At the edges, where both sides are known: what lies within buckets has no part in it, and no doubt comes from them. */
function largestDistance(before: WeighedSide, after: WeighedSide): WeighedEffect {
  let f = 0;
  let g = 0;
  let distance = 0;
  for (let at = 0; at < before.counts.length; at++) {
    f += before.counts[at] / before.total;
    g += after.counts[at] / after.total;
    distance = max(distance, abs(f - g));
  }
  return exact(distance, KOLMOGOROV_MEAN * sqrt(1 / before.effective + 1 / after.effective));
}

/** ∫|F − G| dx over the standard deviation of the baseline, between edges as docs/statistics.md defines it. */
function area(places: Ordered, before: WeighedSide, after: WeighedSide): WeighedEffect | null {
  const scale = before.deviation ?? deviationOf(places, before);
  const { size, low, high, chance } =
    places.kind === 'points' ? areaOfPoints(places.values, before, after) : areaOfBins(places.edges, before, after);
  if (!(scale > 0) || !Number.isFinite(high)) {
    return null;
  }
  const expected = chance * sqrt((2 * (1 / before.effective + 1 / after.effective)) / Math.PI);
  const apart = before.mean === null || after.mean === null ? 0 : abs(after.mean - before.mean);
  const least = Math.min(high, max(low, apart));
  return { size: max(least, size) / scale, low: least / scale, high: high / scale, expected: expected / scale };
}

interface Areas {
  readonly size: number;
  readonly low: number;
  readonly high: number;
  /** ∫ sqrt(H(1 − H)) dx of the pooled distribution function. */
  readonly chance: number;
}

function areaOfPoints(values: Float64Array, before: WeighedSide, after: WeighedSide): Areas {
  const share = before.effective / (before.effective + after.effective);
  let f = 0;
  let g = 0;
  let size = 0;
  let chance = 0;
  for (let i = 0; i < values.length - 1; i++) {
    f += before.counts[i] / before.total;
    g += after.counts[i] / after.total;
    const width = values[i + 1] - values[i];
    size += abs(f - g) * width;
    chance += deviationAt(share * f + (1 - share) * g) * width;
  }
  return { size, low: size, high: size, chance };
}

function areaOfBins(edges: Float64Array, before: WeighedSide, after: WeighedSide): Areas {
  const share = before.effective / (before.effective + after.effective);
  const last = edges.length - 2;
  let f = 0;
  let g = 0;
  let size = 0;
  let low = 0;
  let high = 0;
  let chance = 0;
  for (let i = 0; i <= last; i++) {
    const nextF = f + before.counts[i] / before.total;
    const nextG = g + after.counts[i] / after.total;
    // An outer bin without a bound counts for nothing where it is empty.
    if (nextF > f || nextG > g || (i > 0 && i < last)) {
      const width = edges[i + 1] - edges[i];
      size += between(f - g, nextF - nextG) * width;
      low += max(0, f - nextG, g - nextF) * width;
      high += max(nextF - g, nextG - f) * width;
      const h = deviationAt(share * f + (1 - share) * g);
      chance += ((h + deviationAt(share * nextF + (1 - share) * nextG)) / 2) * width;
    }
    f = nextF;
    g = nextG;
  }
  return { size, low, high, chance };
}

function deviationAt(share: number): number {
  return sqrt(max(0, share * (1 - share)));
}

/** Mean of |d| where d goes in a line from a to b. */
function between(a: number, b: number): number {
  const ends = abs(a) + abs(b);
  return a * b >= 0 ? ends / 2 : (a * a + b * b) / (2 * ends);
}

/** Population standard deviation; within a bin values are taken as evenly spread. */
function deviationOf(places: Ordered, { counts, total }: WeighedSide): number {
  const isExact = places.kind === 'points';
  const at = isExact ? places.values : places.edges;
  const middleOf = (i: number) => (isExact ? at[i] : (at[i] + at[i + 1]) / 2);
  let mean = 0;
  for (let i = 0; i < counts.length; i++) {
    mean += counts[i] > 0 ? (counts[i] / total) * middleOf(i) : 0;
  }
  let variance = 0;
  for (let i = 0; i < counts.length; i++) {
    const spread = isExact ? 0 : (at[i + 1] - at[i]) ** 2 / 12;
    variance += counts[i] > 0 ? (counts[i] / total) * ((middleOf(i) - mean) ** 2 + spread) : 0;
  }
  return sqrt(variance);
}

/** Bounds of a distance this much wider than the distance itself tell too little of it. */
const WIDE = 0.5;

/** The measure by which parts of an effect can be told: KS at the edges where buckets leave a mean distance too uncertain. */
export function tellingMeasure(measure: CauseMeasure, counts: SlicedCounts): CauseMeasure {
  if (measure !== 'wasserstein_normed') {
    return measure;
  }
  const effect = effectOf(measure, counts);
  return effect === null || effect.high - effect.low > WIDE * effect.size ? 'ks' : measure;
}
