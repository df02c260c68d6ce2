import { type CdfKnots, cdfKnots } from './cdf/cdfKnots';
import type { Distribution, Samples } from './Distribution';
import { countBelow } from './histogramFromSamples';
import { numberOfValues } from './numberOfValues';
import { displayEdges } from './displayEdges';

/** Two distributions on the bins they share, to be drawn over one another. */
export interface DisplayBins {
  /** Ascending and finite, one more than there are bins; [low, high), the last bin closed on both sides. */
  readonly edges: Float64Array;
  readonly baseline: Float64Array;
  readonly current: Float64Array;
  /** Values beyond the edges, infinite ones too: they are counted in the outer bins, and here. */
  readonly beyond: {
    readonly baseline: { readonly below: number; readonly above: number };
    readonly current: { readonly below: number; readonly above: number };
  };
}

/**
 * Bins for plotting, at most `limit` of them. Raw values: of equal width by the Freedman–Diaconis rule, over a range
 * that far outliers don't stretch, and centred on whole numbers where all values are whole. Histograms keep their own
 * edges, merged where there are too many. Null where neither has finite values, and for categories.
 */
export function displayBins(baseline: Distribution, current: Distribution, limit = 40): DisplayBins | null {
  if (baseline.kind === 'categories' || current.kind === 'categories') {
    return null;
  }
  const edges = displayEdges(baseline, current, Math.max(1, limit));
  if (edges === null) {
    return null;
  }
  const a = countBetween(baseline, edges);
  const b = countBetween(current, edges);
  return { edges, baseline: a.bins, current: b.bins, beyond: { baseline: a.beyond, current: b.beyond } };
}

interface Counted {
  readonly bins: Float64Array;
  readonly beyond: { readonly below: number; readonly above: number };
}

function countBetween(distribution: Distribution, edges: Float64Array): Counted {
  const total = numberOfValues(distribution);
  const last = edges.length - 1;
  const bins = new Float64Array(last);
  const knots = distribution.kind === 'samples' ? null : cdfKnots(distribution);
  if (total === 0 || (distribution.kind !== 'samples' && knots === null)) {
    return { bins, beyond: { below: 0, above: 0 } };
  }
  const before = (edge: number, inclusive: boolean) =>
    distribution.kind === 'samples'
      ? countBelow((distribution as Samples).sorted, edge, inclusive)
      : total * shareBefore(knots as CdfKnots, edge);
  const below = before(edges[0], false);
  const above = total - before(edges[last], true);
  let from = 0;
  for (let bin = 0; bin < last; bin++) {
    const to = bin === last - 1 ? total : before(edges[bin + 1], false);
    bins[bin] = Math.max(0, to - from);
    from = to;
  }
  return { bins, beyond: { below, above: Math.max(0, above) } };
}

/** The share of values before x, spread evenly between knots; of an unbounded bucket all lies beyond its one end. */
function shareBefore({ x, share }: CdfKnots, value: number): number {
  let next = 0;
  while (next < x.length && x[next] < value) {
    next++;
  }
  if (next === 0) {
    return 0;
  }
  if (next === x.length || share[next] === share[next - 1] || x[next] === value) {
    return next === x.length ? 1 : x[next] === value ? share[next] : share[next - 1];
  }
  if (x[next - 1] === -Infinity) {
    return share[next];
  }
  const width = x[next] - x[next - 1];
  return share[next - 1] + (share[next] - share[next - 1]) * (width < Infinity ? (value - x[next - 1]) / width : 0);
}
