import type { Distribution } from '../distribution/Distribution';
import { plainText } from '../distribution/cell/plainText';
import { emptyDistribution } from '../distribution/emptyDistribution';
import type { FeatureType } from '../query/featureType';
import type { DistributionCell, DistributionSet } from '../sources/Source';

export type Segment = Readonly<Record<string, string>>;

/** Distributions by window, segment and feature. */
export class Cells {
  /** By window, segment and feature: a key of all three would be put together for tens of thousands of cells. */
  private readonly byWindow = new Map<number, Map<string, Map<string, DistributionCell>>>();

  constructor(readonly set: DistributionSet) {
    for (const cell of set.cells) {
      const bySegment = inMap(this.byWindow, cell.window);
      inMap(bySegment, segmentKey(cell.segment)).set(cell.feature, cell);
    }
  }

  /** All that is known of a feature's values; undefined where there was not a single row. */
  find(window: number, segment: Segment, { name }: { name: string }): DistributionCell | undefined {
    return this.byWindow.get(window)?.get(segmentKey(segment))?.get(name);
  }

  /** Empty where there was not a single row. */
  get(window: number, segment: Segment, feature: { name: string; type: FeatureType }): Distribution {
    return distributionOf(this.find(window, segment, feature), feature.type);
  }

  /** Why no p-value of these values may decide; undefined where one may. */
  refusal(window: number, segment: Segment, feature: { name: string }): string | undefined {
    return refusalOf(this.find(window, segment, feature));
  }

  /** Why the values could not be read; undefined where they could. */
  unreadable(window: number, segment: Segment, feature: { name: string }): string | undefined {
    return this.find(window, segment, feature)?.unreadable;
  }

  /** Why the window is not what it seems; undefined where it is. */
  undecided(window: number, segment: Segment, feature: { name: string }): string | undefined {
    return this.find(window, segment, feature)?.undecided;
  }

  /** Whether anything is known of any window: values, or why there is no verdict on them. */
  get isEmpty(): boolean {
    return this.rows === 0 && this.set.cells.every(({ undecided }) => undecided === undefined);
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

/** Empty where there was not a single row. */
export function distributionOf(cell: DistributionCell | undefined, type: FeatureType): Distribution {
  return cell?.distribution ?? emptyDistribution(type);
}

/** Why no p-value of these values may decide; undefined where one may. */
export function refusalOf(cell: DistributionCell | undefined): string | undefined {
  return cell?.unreadable ?? cell?.refuseIid;
}

/** All segments that occur on either side, in order. Without segments there is one that names nothing. */
export function segmentsOf(sides: ReadonlyArray<ReadonlyArray<{ readonly segment: Segment }>>): Segment[] {
  const found = new Map<string, Segment>();
  for (const { segment } of sides.flat()) {
    const key = segmentKey(segment);
    // As it is written first: where both sides write it otherwise, as the baseline does.
    if (!found.has(key)) {
      found.set(key, segment);
    }
  }
  const segments = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, segment]) => segment);
  return segments.length === 0 ? [{}] : segments;
}

function inMap<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const known = map.get(key) ?? new Map<A, B>();
  map.set(key, known);
  return known;
}

/** The key of a segment that names nothing: without segments it is asked for with every cell. */
const NONE = '[]';

/** Of segments that are one by `plainText` the same: 2.0 and 2. */
export function segmentKey(segment: Segment): string {
  const values = Object.entries(segment).map(([name, value]) => [name, plainText(value)]);
  return values.length === 0 ? NONE : JSON.stringify(values.sort(([a], [b]) => (a < b ? -1 : 1)));
}
