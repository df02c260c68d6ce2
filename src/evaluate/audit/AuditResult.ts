import type { Significance } from '../../query/driftDecision';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { Precision } from './precisionOf';

/** How often a rule would have fired over the past, by each way to judge. */
export interface AuditResult {
  readonly range: TimeRange;
  /** Rates are by this time, in days: that of `falseAlarmEvery`. */
  readonly per: number;
  readonly replays: readonly Replay[];
  /** Weeks in random order: nothing lasts, so that an alarm is false but for the windows that were odd themselves. */
  readonly shuffled: readonly Rate[];
  /** Each window beside a random half of its own rows: nothing drifts, so that every alarm is false. */
  readonly halves: readonly Rate[];
  readonly planted: readonly Planted[];
  readonly notices: readonly Notice[];
}

/** Alarms and how often they would come. */
export interface Rate {
  readonly significance: Significance;
  /** Windows that could have alarmed, each with all its features and segments: one look of a rule. */
  readonly looks: number;
  /** Windows without data, or without the history that a limit takes. */
  readonly undecided: number;
  /** Looks with drift in any feature. */
  readonly alarms: number;
  /** Alarms less than a day apart are one. */
  readonly episodes: number;
  readonly days: number;
  /** Episodes in `per` days, with the exact 95% interval of a Poisson count. */
  readonly rate: number | null;
  readonly rateLow: number | null;
  readonly rateHigh: number | null;
  /** As many alarms (`iid`, `calibrated`) or episodes (`sequential`) as are promised at most without drift. */
  readonly promised: number;
}

export interface Replay extends Rate {
  readonly fired: readonly Fired[];
  /** What people said of the episodes. */
  readonly marked: Precision;
  /** Why the mode can't be replayed; all counts are 0 then. */
  readonly problem?: string;
}

/** One episode. */
export interface Fired {
  readonly from: number;
  readonly to: number;
  readonly alarms: number;
  /** The most severe feature of its first window: by effect over threshold. */
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Other features in alarm in that window. */
  readonly others: number;
}

/** How long a shift of known size goes unseen. */
export interface Planted {
  readonly significance: Exclude<Significance, 'iid'>;
  /** In standard deviations of the calibration. */
  readonly size: number;
  /** Seasons in which it was planted, each in one feature. */
  readonly seasons: number;
  /** Seasons in which it was told before the season's end. */
  readonly found: number;
  /** Median windows until drift, over those found. */
  readonly delay: number | null;
}
