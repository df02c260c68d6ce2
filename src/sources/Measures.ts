import type { Measure } from '../query/measure';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { Notice } from './Notice';
import type { PlanDescription, RequestOptions } from './Source';

/** Numbers over time: one for each measure, window and segment. */
export interface MeasureRequest {
  readonly selection: Selection;
  readonly measures: readonly Measure[];
  /** Those by name that were asked for, where others are measured to tell of them; all without it. */
  readonly asked?: readonly string[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  /** Share of a window's time that must be covered by data for a verdict, where the place can tell. */
  readonly minimumCoverage?: number;
}

export interface MeasurePlan {
  /** What will be asked of the store, for the editor's preview. */
  readonly description: PlanDescription;
  execute(options: RequestOptions): Promise<MeasureSet>;
}

export interface MeasureSet {
  /** Where a window has no data there is none; a number that is not finite is none either. */
  readonly values: readonly MeasureValue[];
  readonly notices: readonly Notice[];
  /** The store warned that this may not be everything. */
  readonly warned?: boolean;
  readonly undecided?: readonly UndecidedMeasure[];
}

/** A window that is not what it seems: nothing may be concluded from its value, and it is no measure of others. */
export interface UndecidedMeasure {
  readonly measure: string;
  readonly window: number;
  /** Of all segments, where none is named. */
  readonly segment?: Readonly<Record<string, string>>;
  readonly reason: string;
}

export interface MeasureValue {
  readonly measure: string;
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number;
}
