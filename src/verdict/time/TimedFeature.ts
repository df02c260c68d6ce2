import type { FeatureType } from '../../query/featureType';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import type { CountedScale } from '../../statistics/time/edgeWidths';

/** One feature in one segment, counted in every window of a timeline. */
export interface TimedFeature {
  readonly feature: string;
  readonly type: FeatureType;
  readonly segment: Readonly<Record<string, string>>;
  /** Counts of its values; null where they can't be counted, then `refusal` says why. */
  readonly values: CountedSeries | null;
  /** Rows with and without a value; null where a store doesn't tell. */
  readonly missing: CountedSeries | null;
  /** What the bins of the values are; null as the values. */
  readonly bins: TimedBins | null;
  /** `approximate` where a store extrapolates, so that bounds are not certified. */
  readonly guarantee: 'exact' | 'approximate';
  /** Why the feature can't be judged, whatever its counts. */
  readonly refusal?: string;
}

export type TimedBins =
  | {
      readonly kind: 'edges';
      /** Strictly ascending; one fewer than there are bins, as both ends are open. */
      readonly edges: Float64Array;
      readonly closed: 'left' | 'right';
      readonly scale: CountedScale;
    }
  /** In the order of the bins; where there is one bin more, it holds all other categories. */
  | { readonly kind: 'categories'; readonly categories: readonly string[] };
