import { nextDouble } from '../../../distribution/nextDouble';
import { placeEdges } from '../edges/placeEdges';

/** Where the scores of a column lie. */
export interface ScorePlaces {
  readonly minimum: number;
  readonly maximum: number;
  /** Of all scores, and of those of the class that they speak for; ascending. */
  readonly quantiles: readonly number[];
  readonly ofClass: readonly number[];
}

const ONE = nextDouble(1);

/**
 * Edges of buckets from 0 to 1: half of them where all scores lie and half where those of the class lie, which may be rare,
 * with the cuts among them. A score that quantiles repeat has a bucket of its own.
 */
export function scoreEdges(
  { minimum, maximum, quantiles, ofClass }: ScorePlaces,
  cuts: readonly number[]
): Float64Array {
  const sides = [quantiles, ofClass].map((some) => placeEdges({ minimum, maximum, quantiles: some }));
  return withinOne([...sides.flatMap((edges) => [...edges]), ...cuts]);
}

/** Edges that are given, as buckets from 0 to 1. */
export function withinOne(edges: Iterable<number>): Float64Array {
  const inside = [...edges].filter((edge) => edge > 0 && edge <= 1);
  // 0 and -0 are one edge.
  return Float64Array.from(new Set([0, ...inside, ONE])).sort();
}
