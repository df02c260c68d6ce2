import type { Distribution } from '../distribution/Distribution';
import { countsOf } from '../distribution/valueCounts';
import type { FeatureType } from '../query/featureType';
import type { DistributionCell, DistributionSet } from '../sources/Source';

export type Segment = Readonly<Record<string, string>>;

/** Distributions by window, segment and feature. */
export class Cells {
  private readonly byKey = new Map<string, DistributionCell>();

  constructor(readonly set: DistributionSet) {
    for (const cell of set.cells) {
      this.byKey.set(keyOf(cell.window, cell.segment, cell.feature), cell);
    }
  }

  /** Empty where there was not a single row. */
  get(window: number, segment: Segment, { name, type }: { name: string; type: FeatureType }): Distribution {
    return this.byKey.get(keyOf(window, segment, name))?.distribution ?? emptyOf(type);
  }

  /** Why no p-value of these values may decide; undefined where one may. */
  refusal(window: number, segment: Segment, { name }: { name: string }): string | undefined {
    return this.byKey.get(keyOf(window, segment, name))?.refuseIid;
  }

  /** Rows of the windows together. */
  get rows(): number {
    const [first] = this.set.cells;
    return this.set.cells.reduce(
      (sum, { feature, distribution }) => sum + (feature === first.feature ? distribution.counts.total : 0),
      0
    );
  }
}

function emptyOf(type: FeatureType): Distribution {
  const counts = countsOf(0);
  return type === 'numeric' || type === 'text'
    ? { kind: 'samples', counts, sorted: new Float64Array() }
    : { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'exact' };
}

/** All segments that occur on either side, in order. Without segments there is one that names nothing. */
export function segmentsOf(sides: ReadonlyArray<readonly DistributionCell[]>): Segment[] {
  const found = new Map<string, Segment>();
  for (const { segment } of sides.flat()) {
    found.set(segmentKey(segment), segment);
  }
  const segments = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, segment]) => segment);
  return segments.length === 0 ? [{}] : segments;
}

function keyOf(window: number, segment: Segment, feature: string): string {
  return `${window}\0${segmentKey(segment)}\0${feature}`;
}

function segmentKey(segment: Segment): string {
  return JSON.stringify(Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1)));
}
