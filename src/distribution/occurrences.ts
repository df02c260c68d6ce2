import type { Distribution, Histogram } from './Distribution';
import { countBelow } from './histogramFromSamples';
import { countsValues, numberIn } from './pointsOf';

/** How often a value occurs: surely at least `low` times, at most `high` times. */
export interface Occurrences {
  readonly low: number;
  readonly high: number;
}

/** How often one number occurs among the values, infinite ones included. Counts that are approximate tell nothing of it. */
export function occurrencesOf(distribution: Distribution, value: number): Occurrences {
  switch (distribution.kind) {
    case 'samples': {
      const { sorted } = distribution;
      return exactly(countBelow(sorted, value, true) - countBelow(sorted, value, false));
    }
    case 'histogram':
      return inHistogram(distribution, value);
    case 'quantiles':
    case 'categories':
      return { low: 0, high: Infinity };
  }
}

/**
 * The numbers that are known to occur at least `least` times, each once: of samples all of them; of a histogram those that
 * the store lists (`repeats`) and those with a bucket of their own.
 */
export function frequentValues(distribution: Distribution, least: number): number[] {
  switch (distribution.kind) {
    case 'samples':
      return frequentInSamples(distribution.sorted, Math.max(2, Math.ceil(least)));
    case 'histogram':
      return frequentInHistogram(distribution, least);
    case 'quantiles':
    case 'categories':
      return [];
  }
}

/** Whether any number can be told that occurs: none can of counts that are approximate. */
export function tellsNumbers(distribution: Distribution): boolean {
  return distribution.kind === 'samples' || (distribution.kind === 'histogram' && distribution.guarantee === 'exact');
}

/** How often a number that isn't listed may occur: not at all of samples, in which every number is known. */
export function mostUnlisted(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'samples':
      return 0;
    case 'histogram':
      return distribution.repeats?.others ?? Infinity;
    case 'quantiles':
    case 'categories':
      return Infinity;
  }
}

function exactly(count: number): Occurrences {
  return { low: count, high: count };
}

/** A run of `least` equal values covers every place that is a multiple of it: only these are looked at. */
function frequentInSamples(sorted: Float64Array, least: number): number[] {
  const found: number[] = [];
  for (let at = least - 1; at < sorted.length; at += least) {
    const value = sorted[at];
    const isNew = found.length === 0 || found[found.length - 1] !== value;
    if (isNew && countBelow(sorted, value, true) - countBelow(sorted, value, false) >= least) {
      found.push(value);
    }
  }
  return found;
}

function inHistogram(histogram: Histogram, value: number): Occurrences {
  const { counts, repeats } = histogram;
  if (histogram.guarantee !== 'exact') {
    return { low: 0, high: Infinity };
  }
  if (!Number.isFinite(value)) {
    return exactly(value > 0 ? counts.positiveInfinity : counts.negativeInfinity);
  }
  const inBin = inBucket(histogram, value);
  if (inBin.low === inBin.high) {
    return inBin;
  }
  return repeats?.values.get(value) ?? { low: 0, high: Math.min(inBin.high, repeats?.others ?? Infinity) };
}

function inBucket(histogram: Histogram, value: number): Occurrences {
  const { bins, minimum = -Infinity, maximum = Infinity } = histogram;
  const bin = binOf(histogram, value);
  if (bin === null || value < minimum || value > maximum) {
    return exactly(0);
  }
  const isItsOwn = countsValues(histogram) && numberIn(histogram, bin) === value;
  return isItsOwn ? exactly(bins[bin]) : { low: 0, high: bins[bin] };
}

function binOf({ edges, bins, closed }: Histogram, value: number): number | null {
  // Edges up to the value are passed: with buckets closed on the right only those below it.
  const passed = countBelow(edges, value, closed === 'left');
  return passed === 0 || passed > bins.length ? null : passed - 1;
}

function frequentInHistogram(histogram: Histogram, least: number): number[] {
  const found = new Set<number>();
  if (histogram.guarantee !== 'exact') {
    return [];
  }
  if (countsValues(histogram)) {
    histogram.bins.forEach((count, bin) => {
      const value = count >= least ? numberIn(histogram, bin) : null;
      if (value !== null && Number.isFinite(value)) {
        found.add(value);
      }
    });
  }
  histogram.repeats?.values.forEach(({ low }, value) => low >= least && found.add(value));
  return [...found].sort((a, b) => a - b);
}
