/** Where values lie: at points, between edges, or in categories without an order. */
export type Places =
  | { readonly kind: 'points'; readonly values: Float64Array }
  /** One edge more than positions; the outer ones may be infinite where no value is beyond the next. */
  | { readonly kind: 'bins'; readonly edges: Float64Array }
  | { readonly kind: 'categories'; readonly size: number };

/** The values of one slice on one side. */
export interface SliceCounts {
  /** Positions that have values, each with how many. */
  readonly position: Int32Array;
  readonly count: Float64Array;
  readonly total: number;
  /** Known exactly: of the values of a histogram. */
  readonly mean?: number;
  /** Population standard deviation. */
  readonly deviation?: number;
}

/** The values of all slices of both sides, counted at the same positions, so that any of them can be left out or weighted. */
export interface SlicedCounts {
  readonly places: Places;
  /** One for each slice, on either side. */
  readonly baseline: readonly SliceCounts[];
  readonly current: readonly SliceCounts[];
}

/** How many positions there are. */
export function positionsOf(places: Places): number {
  switch (places.kind) {
    case 'points':
      return places.values.length;
    case 'bins':
      return places.edges.length - 1;
    case 'categories':
      return places.size;
  }
}
