import { ANY_CLASS, ERROR_SIZES } from '../../../outcomes/Outcomes';
import { below, type Bucket, bucketsOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { Changed, type OutcomePart, type PartAbout, type PartOutcomes } from './OutcomePart';
import { computed } from './rowScript';

const NAME = 'sizes';
/** Each edge is so many times the one before: a quantile of sizes is known to 3%. */
const STEP = 1.03;
/** From the root mean square of errors so many times down and up. */
const REACH = 300;

/** Edges of buckets of sizes of errors, ascending: the first bucket holds 0 alone, and the last is open. */
export function sizeEdges(deviation: number): Float64Array {
  const steps = Math.ceil((2 * Math.log(REACH)) / Math.log(STEP));
  const least = (deviation > 0 ? deviation : 1) / REACH;
  const edges = Array.from({ length: steps + 1 }, (_, i) => least * STEP ** i);
  return Float64Array.from([0, Number.MIN_VALUE, ...edges, Infinity]);
}

/** How often |p − y| lies between edges, computed by the store document by document. */
export function sizesPart(prediction: StoreField, label: StoreField, known: unknown, edges: Float64Array): OutcomePart {
  const ranges = Array.from(edges.slice(0, -1), (from, i) =>
    edges[i + 1] === Infinity ? { from } : { from, to: edges[i + 1] }
  );
  const [lower, upper] = [edges.slice(0, -1), edges.slice(1).map((edge) => (edge === Number.MIN_VALUE ? 0 : edge))];
  const size = computed({ predicted: prediction, actual: label }, 'Math.abs(predicted - actual)');
  return {
    aggs: { [NAME]: { filter: known, aggs: { range: { range: { ...size, ranges } } } } },
    weight: ranges.length,
    read,
  };

  function read(answer: Bucket, { isWeighted }: PartAbout): PartOutcomes {
    const found = below(answer, NAME);
    const buckets = bucketsOf(found, 'range');
    if (buckets.length !== ranges.length && buckets.length > 0) {
      throw new Changed();
    }
    const counts = Float64Array.from(lower, (_, i) => buckets[i]?.doc_count ?? 0);
    return isWeighted
      ? {}
      : { scores: new Map([[ERROR_SIZES, { lower, upper, byClass: new Map([[ANY_CLASS, { counts }]]) }]]) };
  }
}
