import type { DetectorName } from '../../query/detectorNames';
import type { TimeRange } from '../../query/time';
import type { FoundChange, SeriesChanges } from '../../statistics/change/findChanges';
import type { Segment } from '../cells';

/** Numbers over time before anything is said of them. */
export interface NumberSeries {
  /** The measure's or the feature's name. */
  readonly feature: string;
  /** What of a feature it is: `mean`, `share of AA`, `effect`; empty for a measure. */
  readonly figure: string;
  readonly segment: Segment;
  /** One for each window; null where there is none. */
  readonly values: ReadonlyArray<number | null>;
  /** Why nothing can be said of the series at all. */
  readonly refusal?: string;
  /** So many series of one feature are looked at: each has that part of alpha. */
  readonly together: number;
}

/** What is said of one series. */
export interface ChangeSeries extends NumberSeries {
  readonly changes: readonly TimedChange[];
  readonly recurring: SeriesChanges['recurring'];
  readonly adjusted: ReadonlyArray<number | null>;
  readonly levels: ReadonlyArray<number | null>;
  /** There may be more changes than are named. */
  readonly isLimited?: boolean;
  /** Alarms of the online detectors that were asked for, without the season. */
  readonly alarms?: readonly OnlineAlarm[];
  /** Why there is no verdict; null where there is one. */
  readonly undecided: string | null;
}

/** After the value of this window an online detector says that the series has changed. */
export interface OnlineAlarm {
  readonly detector: DetectorName;
  readonly window: TimeRange;
}

/** A change with its windows, and with what is in doubt of it. */
export interface TimedChange extends FoundChange {
  /** The first window at the new level; of a gradual change, the first that leaves the old level. */
  readonly window: TimeRange;
  /** Milliseconds: when a gradual change reached its level; when an abrupt one began. */
  readonly until: number;
  /** Milliseconds: between these it began, at 95 % confidence; null for a gradual one. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Windows without a value between the last one before the change and the first after it. */
  readonly gap: number;
  /** Whether it is an alarm: recent enough. */
  readonly isRecent: boolean;
}
