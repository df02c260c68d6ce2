import { nextDouble } from '../../../distribution/nextDouble';

/** What is known of a feature's baseline before its edges are placed. */
export interface Landmarks {
  readonly minimum: number;
  readonly maximum: number;
  /** Ascending, about evenly spread over the values. */
  readonly quantiles: readonly number[];
  /** All different values, where they are few. */
  readonly values?: readonly number[];
}

/**
 * Edges between which values are counted, closed on the left, open at both ends. A value of its own, where there are few
 * or where quantiles repeat it, has a bucket that holds nothing else: no distance can hide in that.
 */
export function placeEdges({ minimum, maximum, quantiles, values }: Landmarks): Float64Array {
  const edges = new Set<number>([-Infinity, minimum, nextDouble(maximum), Infinity]);
  for (const value of values ?? []) {
    edges.add(value).add(nextDouble(value));
  }
  if (values === undefined) {
    quantiles.forEach((value, i) => {
      if (value >= minimum && value <= maximum) {
        edges.add(value);
        if (value === quantiles[i + 1]) {
          edges.add(nextDouble(value));
        }
      }
    });
  }
  // -0 and 0 are one number, and one edge.
  return Float64Array.from(new Set(Array.from(edges, (edge) => edge + 0))).sort();
}
