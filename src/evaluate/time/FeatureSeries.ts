import type { DistributionCell } from '../../sources/Source';
import type { TimedFeature } from '../../verdict/time/TimedFeature';
import type { Exclusion } from '../exclusions/Exclusions';

/** One feature in one segment, window by window. */
export interface FeatureSeries {
  readonly timed: TimedFeature;
  /** By window; undefined where there was not a single row, or the window is excluded. */
  readonly cells: ReadonlyArray<DistributionCell | undefined>;
  /** By window, why it takes part nowhere. */
  readonly excludedBy: ReadonlyArray<Exclusion | undefined>;
}
