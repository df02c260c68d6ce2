import type { Distribution, Histogram } from './Distribution';

/** The distribution of all values times a constant, which is not 0; null of categories. */
export function scaleDistribution(distribution: Distribution, factor: number): Distribution | null {
  switch (distribution.kind) {
    case 'samples':
      return { ...distribution, sorted: scaled(distribution.sorted, factor) };
    case 'histogram':
      return scaleHistogram(distribution, factor);
    case 'quantiles':
      return {
        ...distribution,
        probabilities: factor < 0 ? distribution.probabilities.map((p) => 1 - p).reverse() : distribution.probabilities,
        values: scaled(distribution.values, factor),
      };
    case 'categories':
      return null;
  }
}

function scaleHistogram(histogram: Histogram, factor: number): Histogram {
  const { edges, bins, closed, minimum, maximum, mean, standardDeviation, repeats } = histogram;
  const isTurned = factor < 0;
  const [least, most] = isTurned ? [maximum, minimum] : [minimum, maximum];
  return {
    ...histogram,
    edges: scaled(edges, factor),
    bins: isTurned ? bins.slice().reverse() : bins,
    closed: isTurned ? (closed === 'left' ? 'right' : 'left') : closed,
    ...(least !== undefined && { minimum: least * factor }),
    ...(most !== undefined && { maximum: most * factor }),
    ...(mean !== undefined && { mean: mean * factor }),
    ...(standardDeviation !== undefined && { standardDeviation: standardDeviation * Math.abs(factor) }),
    ...(repeats !== undefined && {
      repeats: { ...repeats, values: new Map([...repeats.values].map(([value, count]) => [value * factor, count])) },
    }),
  };
}

/** Ascending, as they were. */
function scaled(ascending: Float64Array, factor: number): Float64Array {
  const values = ascending.map((value) => value * factor);
  return factor < 0 ? values.reverse() : values;
}
