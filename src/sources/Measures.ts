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
}

export interface MeasureValue {
  readonly measure: string;
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number;
}
