import type { Distribution, Histogram } from '../../distribution/Distribution';

/** How many values lie outside of a range: bounds, equal where the distribution tells exactly. */
export interface OutsideCount {
  readonly low: number;
  readonly high: number;
  /** The farthest value known, on the side where it lies farther out; null where only its bucket is known. */
  readonly farthest: number | null;
}

/** Values below `min` or above `max`; both limits belong to the range. Infinite values count as outside. */
export function countOutside(distribution: Distribution, min: number, max: number): OutsideCount {
  switch (distribution.kind) {
    case 'samples':
      return outsideSamples(distribution.sorted, min, max);
    case 'histogram':
      return outsideBins(distribution, min, max);
    case 'quantiles':
      return outsideQuantiles(distribution.probabilities, distribution.values, min, max, distribution.counts.total);
    case 'categories': {
      let low = 0;
      distribution.byCategory.forEach(
        (count, category) => (low += Number(category) < min || Number(category) > max ? count : 0)
      );
      return { low, high: low + distribution.rest, farthest: null };
    }
  }
}

function outsideSamples(sorted: Float64Array, min: number, max: number): OutsideCount {
  let below = 0;
  while (below < sorted.length && sorted[below] < min) {
    below++;
  }
  let above = 0;
  while (above < sorted.length - below && sorted[sorted.length - 1 - above] > max) {
    above++;
  }
  const outside = below + above;
  return { low: outside, high: outside, farthest: farther(sorted[0], sorted[sorted.length - 1], min, max) };
}

/** A bin counts for sure where it lies outside as a whole, and may count where a limit lies inside of it. */
function outsideBins({ edges, bins, minimum, maximum }: Histogram, min: number, max: number): OutsideCount {
  let low = 0;
  let high = 0;
  bins.forEach((count, bin) => {
    const from = Math.max(edges[bin], minimum ?? -Infinity);
    const to = Math.min(edges[bin + 1], maximum ?? Infinity);
    if (to < min || from > max) {
      low += count;
      high += count;
    } else if (from < min || to > max) {
      high += count;
    }
  });
  const known = minimum !== undefined && maximum !== undefined;
  // Extremes that the store knows exactly are values themselves: at least one is outside where they are.
  const certain = Number((minimum ?? min) < min) + Number((maximum ?? max) > max);
  return {
    low: Math.max(low, certain),
    high: known && certain === 0 ? low : Math.max(high, certain),
    farthest: known ? farther(minimum, maximum, min, max) : null,
  };
}

function outsideQuantiles(
  probabilities: Float64Array,
  values: Float64Array,
  min: number,
  max: number,
  total: number
): OutsideCount {
  let below = 0;
  let above = 0;
  values.forEach((value, i) => {
    below = value < min ? probabilities[i] : below;
    above = value > max ? Math.max(above, 1 - probabilities[i]) : above;
  });
  return {
    low: Math.round((below + above) * total),
    high: total,
    farthest: farther(values[0], values[values.length - 1], min, max),
  };
}

function farther(least: number, most: number, min: number, max: number): number | null {
  const [under, over] = [min - least, most - max];
  return !(under > 0) && !(over > 0) ? null : under > 0 && !(over > under) ? least : most;
}
