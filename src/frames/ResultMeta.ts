import type { ComparisonContext, DriftResult, Provenance } from '../evaluate/Result';
import type { Mark } from '../query/marks/mark';
import { marksName } from '../query/marks/marksName';
import type { Selection } from '../query/selection';

/** What `meta.custom` of every frame holds. */
export interface ResultMeta {
  /** The same question has the same hash. */
  readonly queryHash: string;
  readonly baseline: Provenance;
  /** Names of the labels or fields that segments are told apart by. */
  readonly segmentBy: readonly string[];
  /** Of drift over time: the name that its marks are found by, for `markAnnotation`, and those that the verdicts rest on. */
  readonly marks?: { readonly of: string; readonly used: readonly Mark[] };
}

/** What of a query its frames need. */
export interface AskedForMeta {
  readonly segmentBy: readonly string[];
  readonly current?: Selection;
  readonly decision?: object;
}

export function metaOf(result: ComparisonContext, query: AskedForMeta): ResultMeta {
  const { queryHash, baseline } = result;
  const { segmentBy, current, decision } = query;
  const used = (result as Partial<DriftResult>).marks;
  const marks =
    used !== undefined && current !== undefined ? { marks: { of: marksName({ current, decision }), used } } : {};
  return { queryHash, baseline, segmentBy, ...marks };
}
