import { nextDouble } from '../distribution/nextDouble';
import type { ValuesWithin } from '../sources/Source';
import type { OpenBuckets } from './openBuckets';

const PARTS = 8;

/**
 * Edges by feature that narrow what its buckets could hide: open stretches are cut into parts, and values that are known
 * to lie there get a bucket of their own each, since no cutting ever parts equal values from their neighbors. A feature
 * without any new edge is left out.
 */
export function finerEdges(
  open: ReadonlyMap<string, OpenBuckets>,
  values: ValuesWithin | undefined
): Map<string, Float64Array> {
  const finer = new Map<string, Float64Array>();
  for (const [feature, { edges, shifts, ties }] of open) {
    const listed = values?.get(feature);
    const all = new Set(edges);
    [...shifts, ...(listed === undefined ? ties : [])].forEach(({ from, to }) =>
      cut(from, to).forEach((edge) => all.add(edge))
    );
    listed?.forEach((value) => all.add(value).add(nextDouble(value)));
    if (all.size > edges.size) {
      finer.set(feature, Float64Array.from(all).sort());
    }
  }
  return finer;
}

/** Evenly, ends included: both are cuts at which the one or the other side is known already. */
function cut(from: number, to: number): number[] {
  return Number.isFinite(to - from)
    ? Array.from({ length: PARTS + 1 }, (_, i) => (i === PARTS ? to : from + ((to - from) * i) / PARTS))
    : [];
}
