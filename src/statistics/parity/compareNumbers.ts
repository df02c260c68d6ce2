import { momentsOf } from '../../distribution/moments';
import { ksBounds } from '../numeric/ksBounds';
import { knownFactor } from '../quality/knownFactors';
import type { ColumnParity, ParitySides } from './compareColumns';
import { LEAST_DISTANCE } from './leastDistance';
import { affine, clipping, logarithms, rounding, scaling, shift, type Transformation } from './transformations';

/** Values beyond so many are compared by as many of their quantiles. */
const MOST_VALUES = 20_000;
/** Numbers that agree in so many digits are the same: the two sides may compute in other precision. */
const DIGITS = 9;
const MOST_DECIMALS = 6;
/** The level at which chance alone makes any column differ. */
const LEVEL = 0.01;
/** Of the same rows a transformation leaves this share of the distance at most. */
const REST = 0.1;
const NEAR = 0.03;
/** Computing in another order leaves a distance no larger than this. */
const NOTHING = 0.001;
/** At a limit lie more values than elsewhere. */
const LEAST_CLIPPED = 0.001;

type Found = Pick<ColumnParity, 'difference' | 'distance' | 'remaining'>;

/**
 * The transformation after which the training side's numbers have the serving side's distribution: by the
 * Kolmogorov-Smirnov distance, tried from those that fit nothing (rounding, logarithm) to those that fit two numbers. What
 * agrees from the beginning is only explained by what makes it agree tenfold better.
 */
export function compareNumbers(
  training: readonly number[],
  served: readonly number[],
  { sameRows, columns }: ParitySides
): Found {
  const [before, after] = [sortedFinite(training), sortedFinite(served)];
  if (before.length === 0 || after.length === 0) {
    return { difference: { kind: 'other' }, distance: null, remaining: null };
  }
  const now = snapped(after);
  const distanceAfter = (change: Transformation | null) =>
    distanceOf(snapped(change === null ? before : before.map((value) => change.apply(value)).sort()), now);
  const distance = distanceAfter(null);
  const chance = chanceOf(LEVEL / columns) * Math.sqrt(1 / training.length + 1 / served.length);
  const most = distance <= chance ? REST * distance : chance;
  if (distance === 0) {
    return { difference: { kind: 'same' }, distance, remaining: 0 };
  }
  const tried = candidates(before, after).map((change) => ({ change, remaining: distanceAfter(change) }));
  // Of the same rows one agrees to the digit; a coarser one may pass for chance before it.
  const found =
    nearest(tried.filter(({ remaining }) => remaining <= REST * Math.min(distance, chance))) ??
    nearestOfKind(tried.filter(({ remaining }) => remaining <= most));
  if (found !== undefined) {
    return { difference: found.change.difference, distance, remaining: found.remaining };
  }
  const isAlike = !sameRows && (distance <= chance || distance < LEAST_DISTANCE);
  return { difference: { kind: isAlike ? 'alike' : 'other' }, distance, remaining: distance };
}

/** What Kolmogorov's distribution exceeds with a small probability: 2 exp(−2x²). */
function chanceOf(probability: number): number {
  return Math.sqrt(Math.log(2 / probability) / 2);
}

interface Tried {
  readonly change: Transformation;
  readonly remaining: number;
}

/** The first kind, and of it the one that leaves least: several logarithms may pass for chance. */
function nearestOfKind(agreeing: readonly Tried[]): Tried | undefined {
  const alike = agreeing.filter(({ change }) => change.difference.kind === agreeing[0].change.difference.kind);
  return nearest(alike);
}

/** The one that leaves least, the first of those that leave next to nothing. */
function nearest(agreeing: readonly Tried[]): Tried | undefined {
  const left = ({ remaining }: Tried) => Math.max(remaining, NOTHING);
  return agreeing.toSorted((a, b) => left(a) - left(b))[0];
}

function candidates(before: Float64Array, after: Float64Array): Transformation[] {
  const [was, is] = [momentsOf(before), momentsOf(after)];
  if (was === null || is === null) {
    return [];
  }
  const ratio = meanSize(after) / meanSize(before);
  const factors = [ratio, -ratio].flatMap((factor) => {
    const known = knownFactor(factor, NEAR);
    return known === undefined ? [factor] : [known.factor, factor];
  });
  const stretch = is.deviation / was.deviation;
  const middle = (values: Float64Array) => values[values.length >> 1];
  return [
    ...roundings(before, after),
    ...logarithms(before[0]),
    ...clippings(before, after),
    ...factors.map(scaling),
    shift(middle(after) - middle(before)),
    ...[stretch, -stretch]
      .filter((factor) => factor !== 0)
      .map((factor) => affine(factor, is.mean - factor * was.mean)),
  ].filter(({ apply }) => Number.isFinite(apply(before[0])) && Number.isFinite(apply(before[before.length - 1])));
}

/** To the fewest decimals that all served values have, where the training side has more. */
function roundings(before: Float64Array, after: Float64Array): Transformation[] {
  const has = (values: Float64Array, decimals: number) =>
    values.every((value) => Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) <= 1e-6);
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, i) => i).find((digits) => has(after, digits));
  return decimals === undefined || has(before, decimals) ? [] : rounding(decimals);
}

/** At the limits where values pile up that lay beyond. */
function clippings(before: Float64Array, after: Float64Array): Transformation[] {
  const [low, high] = [after[0], after[after.length - 1]];
  const share = (values: Float64Array, where: (value: number) => boolean) =>
    values.filter(where).length / values.length;
  const below = share(before, (value) => value < low) >= LEAST_CLIPPED && share(after, (value) => value === low);
  const above = share(before, (value) => value > high) >= LEAST_CLIPPED && share(after, (value) => value === high);
  const isPiled = [below, above].some((pile) => pile !== false && pile >= LEAST_CLIPPED);
  return isPiled && low < high ? [clipping(below === false ? -Infinity : low, above === false ? Infinity : high)] : [];
}

function distanceOf(before: Float64Array, after: Float64Array): number {
  return ksBounds(samples(before), samples(after)).low;
}

function samples(sorted: Float64Array) {
  const none = { missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0, mistyped: 0 };
  return { kind: 'samples', counts: { total: sorted.length, ...none }, sorted } as const;
}

function sortedFinite(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  if (sorted.length <= MOST_VALUES) {
    return sorted;
  }
  const step = (sorted.length - 1) / (MOST_VALUES - 1);
  return Float64Array.from({ length: MOST_VALUES }, (_, i) => sorted[Math.round(i * step)]);
}

function snapped(values: Float64Array): Float64Array {
  return values.map((value) => Number(value.toPrecision(DIGITS)));
}

function meanSize(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
}
