import type { ComparisonContext, Provenance } from '../evaluate/Result';

/** What `meta.custom` of every frame holds. */
export interface ResultMeta {
  /** The same question has the same hash. */
  readonly queryHash: string;
  readonly baseline: Provenance;
  /** Names of the labels or fields that segments are told apart by. */
  readonly segmentBy: readonly string[];
}

export function metaOf(
  { queryHash, baseline }: ComparisonContext,
  { segmentBy }: { readonly segmentBy: readonly string[] }
): ResultMeta {
  return { queryHash, baseline, segmentBy };
}
