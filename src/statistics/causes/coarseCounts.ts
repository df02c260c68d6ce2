import { type Places, positionsOf, type SliceCounts, type SlicedCounts } from './SlicedCounts';

/** Counts of every slice at every position: slice after slice. */
export interface CoarseCounts {
  readonly places: Places;
  readonly slices: number;
  readonly baseline: Float64Array;
  readonly current: Float64Array;
}

const MOST_POSITIONS = 64;

/**
 * The same counts at fewer positions, about equally filled: enough to tell how far an effect varies by chance, which does
 * not hang on single values. Ordered values come between edges; of categories the rarest are taken together.
 */
export function coarseCounts({ places, baseline, current }: SlicedCounts): CoarseCounts {
  const pooled = new Float64Array(positionsOf(places));
  [...baseline, ...current].forEach(({ position, count }) =>
    position.forEach((at, i) => {
      pooled[at] += count[i];
    })
  );
  const { groupOf, size } = places.kind === 'categories' ? commonest(pooled) : stretches(pooled);
  const dense = (slices: readonly SliceCounts[]) => {
    const counts = new Float64Array(slices.length * size);
    slices.forEach(({ position, count }, slice) =>
      position.forEach((at, i) => {
        counts[slice * size + groupOf[at]] += count[i];
      })
    );
    return counts;
  };
  return {
    places: coarsePlaces(places, groupOf, pooled),
    slices: baseline.length,
    baseline: dense(baseline),
    current: dense(current),
  };
}

interface Groups {
  readonly groupOf: Int32Array;
  readonly size: number;
}

function commonest(pooled: Float64Array): Groups {
  const order = [...pooled.keys()].sort((a, b) => pooled[b] - pooled[a]);
  const groupOf = new Int32Array(pooled.length);
  order.forEach((at, rank) => (groupOf[at] = Math.min(rank, MOST_POSITIONS - 1)));
  return { groupOf, size: Math.min(pooled.length, MOST_POSITIONS) };
}

function stretches(pooled: Float64Array): Groups {
  const total = pooled.reduce((sum, count) => sum + count, 0);
  const groupOf = new Int32Array(pooled.length);
  if (pooled.length <= MOST_POSITIONS) {
    return { groupOf: groupOf.map((_, at) => at), size: pooled.length };
  }
  let [group, filled] = [0, 0];
  for (let at = 0; at < pooled.length; at++) {
    groupOf[at] = group;
    filled += pooled[at];
    if (filled >= ((group + 1) * total) / MOST_POSITIONS && group < MOST_POSITIONS - 1 && at < pooled.length - 1) {
      group++;
    }
  }
  return { groupOf, size: group + 1 };
}

function coarsePlaces(places: Places, groupOf: Int32Array, pooled: Float64Array): Places {
  const size = groupOf.reduce((most, group) => Math.max(most, group), 0) + 1;
  if (places.kind === 'categories') {
    return { kind: 'categories', size };
  }
  if (size === groupOf.length) {
    return places;
  }
  const at = places.kind === 'points' ? places.values : places.edges;
  const edges = new Float64Array(size + 1);
  // Outer bins that are empty may be without a bound.
  const last = pooled.findLastIndex((count) => count > 0);
  edges[0] = at[pooled.findIndex((count) => count > 0)];
  edges[size] = at[Math.min(last + 1, at.length - 1)];
  for (let i = 1; i < groupOf.length; i++) {
    if (groupOf[i] !== groupOf[i - 1]) {
      edges[groupOf[i]] = at[i];
    }
  }
  return { kind: 'bins', edges };
}
