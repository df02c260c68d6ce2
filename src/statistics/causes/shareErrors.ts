import { quantileOfSorted } from '../../distribution/quantile';
import { drawNormal } from '../random/drawNormal';
import { type SeededRandom, seededRandom } from '../random/seededRandom';
import { type CoarseCounts, coarseCounts } from './coarseCounts';
import type { SlicedCounts } from './SlicedCounts';
import { type CauseMeasure, weighedEffect, type WeighedSide } from './weighedEffect';

/** Standard errors of explained shares; null where too few replicates had one. */
export interface ShareErrors {
  readonly without: ReadonlyArray<number | null>;
  readonly mix: number | null;
}

const REPLICATES = 200;
/** One deviation of a normal distribution to either side. */
const MIDDLE = [0.158655, 0.841345];
/** From so many on a count is drawn from the normal distribution that Poisson's comes near to. */
const MANY = 40;
/** A replicate doubles the variance by which samples differ by chance, and so what is expected of chance. */
const TWICE = Math.SQRT2;

/**
 * How far explained shares vary by chance: deviations over a seeded bootstrap, in which every count of a slice is
 * drawn anew from a Poisson distribution (B. Efron and R. J. Tibshirani 1993; rows are independent, and so is their number).
 * A deviation is half of what the middle 68.27% of the replicates span.
 */
export function shareErrors(measure: CauseMeasure, counts: SlicedCounts, seed: number, stream: string): ShareErrors {
  const coarse = coarseCounts(counts);
  const random = seededRandom(seed, `causes ${stream}`);
  const drawn = { baseline: coarse.baseline.slice(), current: coarse.current.slice() };
  const without = Array.from({ length: coarse.slices }, () => new Spread());
  const mix = new Spread();
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    redraw(coarse.baseline, drawn.baseline, random);
    redraw(coarse.current, drawn.current, random);
    oneReplicate(measure, { ...coarse, ...drawn }, without, mix);
  }
  return { without: without.map((one) => one.deviation), mix: mix.deviation };
}

function redraw(counts: Float64Array, drawn: Float64Array, random: SeededRandom): void {
  for (let i = 0; i < counts.length; i++) {
    drawn[i] = counts[i] === 0 ? 0 : drawPoisson(counts[i], random);
  }
}

function drawPoisson(mean: number, random: SeededRandom): number {
  if (mean >= MANY) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  }
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random.next()) {
    count++;
  }
  return count;
}

function oneReplicate(measure: CauseMeasure, drawn: CoarseCounts, without: readonly Spread[], mix: Spread): void {
  const { places, slices, baseline, current } = drawn;
  const effect = (before: WeighedSide, after: WeighedSide) => {
    const found = weighedEffect(measure, places, before, after);
    return found === null ? NaN : found.size - TWICE * found.expected;
  };
  const [before, after] = [weighted(baseline, slices), weighted(current, slices)];
  const whole = effect(before, after);
  if (!(whole > 0)) {
    return;
  }
  for (let slice = 0; slice < slices; slice++) {
    without[slice].add(1 - effect(lessSlice(before, baseline, slice), lessSlice(after, current, slice)) / whole);
  }
  const [totalsBefore, totalsAfter] = [totals(baseline, slices), totals(current, slices)];
  const both = totalsBefore.map((total, slice) => Number(total > 0 && totalsAfter[slice] > 0));
  const [n, m] = [dot(totalsBefore, both), dot(totalsAfter, both)];
  const weights = both.map((one, slice) => (one === 0 ? 0 : totalsBefore[slice] / n / (totalsAfter[slice] / m)));
  const known = weighted(baseline, slices, both);
  mix.add((effect(known, weighted(current, slices, both)) - effect(known, weighted(current, slices, weights))) / whole);
}

function lessSlice({ counts, total }: WeighedSide, own: Float64Array, slice: number): WeighedSide {
  const size = counts.length;
  const left = counts.slice();
  let gone = 0;
  for (let at = 0; at < size; at++) {
    left[at] -= own[slice * size + at];
    gone += own[slice * size + at];
  }
  return { counts: left, total: total - gone, effective: total - gone, mean: null, deviation: null };
}

function weighted(own: Float64Array, slices: number, weights?: Float64Array): WeighedSide {
  const size = own.length / slices;
  const counts = new Float64Array(size);
  let total = 0;
  let squares = 0;
  for (let slice = 0; slice < slices; slice++) {
    const weight = weights === undefined ? 1 : weights[slice];
    for (let at = 0; at < size; at++) {
      const count = own[slice * size + at];
      counts[at] += weight * count;
      total += weight * count;
      squares += weight * weight * count;
    }
  }
  return { counts, total, effective: squares === 0 ? 0 : (total * total) / squares, mean: null, deviation: null };
}

function totals(counts: Float64Array, slices: number): Float64Array {
  const size = counts.length / slices;
  const sums = new Float64Array(slices);
  for (let i = 0; i < counts.length; i++) {
    sums[(i / size) | 0] += counts[i];
  }
  return sums;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, one, i) => sum + one * b[i], 0);
}

/** How far numbers spread: half of what the middle 68.27% span, so that a ratio to little does not outweigh all others. */
class Spread {
  private readonly values: number[] = [];

  add(value: number): void {
    if (Number.isFinite(value)) {
      this.values.push(value);
    }
  }

  get deviation(): number | null {
    if (this.values.length < REPLICATES / 2) {
      return null;
    }
    const sorted = Float64Array.from(this.values).sort();
    const [low, high] = MIDDLE.map((probability) => quantileOfSorted(sorted, probability) ?? 0);
    return (high - low) / 2;
  }
}
