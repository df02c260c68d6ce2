import type { Mark } from '../../query/marks/mark';
import type { TimeRange } from '../../query/time';
import type { Timeline } from '../../statistics/time/Timeline';
import type { Places, ReferenceSeasons } from '../../statistics/time/timelineOf';
import type { Exclusion } from '../exclusions/Exclusions';
import type { Grid } from '../windows/gridOf';

/** One window that is counted: to be judged, or because others are held against it. */
export interface PlannedWindow {
  readonly range: TimeRange;
  /** All of a baseline without times; the range is then that of the window that is held against it. */
  readonly isWhole?: true;
  /** Of the baseline, which lies before the judged season or is fixed; or of the current data. */
  readonly side: 'baseline' | 'current';
  /** Why it takes part nowhere: a stretch, a holiday, or a mark about all features. */
  readonly exclusion?: Exclusion;
  /** It is counted for a holiday of a later year alone. */
  readonly isEarlierYear?: true;
}

/** Windows that are held against one another: those of one judged season, with all that its limits are made of. */
export interface TimePlan {
  /** In order of time; those of a baseline in another place come first. */
  readonly windows: readonly PlannedWindow[];
  /** Indices of the windows to be judged, ascending. */
  readonly judged: readonly number[];
  /** What edges are placed by: indices of windows that lie before the judged season, or in the baseline. */
  readonly calibration: readonly number[];
  /** Marks that bear on the judged windows. */
  readonly marks: readonly Mark[];
  /** Of judged windows on a holiday: indices of those at the same time of the same holiday in earlier years, newest first. */
  readonly earlierYears?: ReadonlyMap<number, readonly number[]>;
  /** How windows may be held against past ones, the one with the longest history first. */
  readonly attempts: readonly Attempt[];
}

/** One way to hold windows against past ones. */
export interface Attempt {
  readonly name: 'asked' | 'short' | 'daily';
  /** Where seasons begin. */
  readonly grid: Grid;
  readonly places: Places;
  readonly references: ReferenceSeasons;
  /** Instead of the one that follows from places and references. */
  readonly timeline?: Timeline;
  /** Seasons of the calibration. */
  readonly seasons: number;
  /** So many seasons before the judged one must be there: those of the calibration and their references; 0 of a fixed baseline. */
  readonly needed: number;
}

/** The stretch of time that is read for a window; null for all of a place, whatever its time. */
export function readRange({ range, isWhole }: PlannedWindow): TimeRange | null {
  return isWhole === true ? null : range;
}
