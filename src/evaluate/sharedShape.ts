import type { Categories, Distribution } from '../distribution/Distribution';
import { displayBins } from '../distribution/displayBins';
import { foldCategories, topCategories } from '../distribution/foldCategories';
import type { SharedBins, SharedCategories } from './Result';

/** How the categories beyond those that are listed are called. */
export const REST = 'other';

const NONE = { below: 0, above: 0 };

/** Both distributions on shared bins or categories, at most `limit` of them; what is seen fewer times than `minimum` is hidden. */
export function sharedShape(
  baseline: Distribution,
  current: Distribution,
  limit: number,
  minimum: number
): SharedBins | SharedCategories {
  if (baseline.kind === 'categories' && current.kind === 'categories') {
    return sharedCategories(baseline, current, limit);
  }
  const bins = displayBins(baseline, current, limit);
  if (bins === null) {
    return {
      kind: 'bins',
      edges: Float64Array.of(0),
      baseline: new Float64Array(),
      current: new Float64Array(),
      beyond: { baseline: NONE, current: NONE },
    };
  }
  const { edges, beyond } = bins;
  return { kind: 'bins', edges, baseline: hide(bins.baseline, minimum), current: hide(bins.current, minimum), beyond };
}

function sharedCategories(baseline: Categories, current: Categories, limit: number): SharedCategories {
  const all = topCategories([baseline, current], Infinity);
  const hasRest = all.length > limit || baseline.rest > 0 || current.rest > 0;
  const listed = hasRest ? all.slice(0, limit - 1) : all;
  const [before, after] = [baseline, current].map((side) =>
    counts(foldCategories(side, new Set(listed)), listed, hasRest)
  );
  return {
    kind: 'categories',
    categories: hasRest ? [...listed, REST] : listed,
    baseline: before,
    current: after,
    lastIsRest: hasRest,
  };
}

function counts({ byCategory, rest }: Categories, listed: readonly string[], hasRest: boolean): number[] {
  const found = listed.map((name) => byCategory.get(name) ?? 0);
  return hasRest ? [...found, rest] : found;
}

function hide(bins: Float64Array, minimum: number): Float64Array {
  return bins.map((count) => (count < minimum ? 0 : count));
}
