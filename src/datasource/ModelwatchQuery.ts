import type { DataQuery } from '@grafana/schema';
import type { z } from 'zod';
import type { baselineSchema } from '../query/baseline';
import type { changeDecisionSchema } from '../query/changeQuery';
import type { driftDecisionSchema } from '../query/driftDecision';
import type { measureSchema } from '../query/measure';
import type { performanceDecisionSchema } from '../query/performanceQuery';
import type { QueryInput } from '../query/query';
import type { versionsDecisionSchema } from '../query/versionsQuery';
import type { volumeDecisionSchema } from '../query/volumeQuery';

type KeyOf<Union> = Union extends unknown ? keyof Union : never;
type ValueOf<Union, Key> = Union extends unknown ? (Key extends keyof Union ? Union[Key] : never) : never;

/**
 * A query while it is edited, of whatever kind: anything may still be missing, and the schema in src/query says what is
 * wrong with it.
 */
export type QueryDraft = {
  [Key in Exclude<KeyOf<QueryInput>, 'decision'>]?: ValueOf<QueryInput, Key>;
} & { decision?: AnyDecisionDraft };
/** Keys that several kinds have take what any of them takes. */
type AnyDecisionDraft = Omit<DecisionDraft, Shared> &
  VolumeDecisionDraft &
  Pick<ChangeDecisionDraft, 'recent'> &
  VersionsDecisionDraft &
  Omit<PerformanceDecisionDraft, Shared> & {
    significance?: DecisionDraft['significance'] | PerformanceDecisionDraft['significance'];
    thresholds?: DecisionDraft['thresholds'] & PerformanceDecisionDraft['thresholds'];
  };
type Shared = 'significance' | 'thresholds';
export type QueryKindName = QueryInput['kind'];

export type MeasureDraft = z.input<typeof measureSchema>;
export type BaselineDraft = z.input<typeof baselineSchema>;
export type DecisionDraft = z.input<typeof driftDecisionSchema>;
export type ChangeDecisionDraft = z.input<typeof changeDecisionSchema>;
export type VolumeDecisionDraft = z.input<typeof volumeDecisionSchema>;
export type PerformanceDecisionDraft = z.input<typeof performanceDecisionSchema>;
export type VersionsDecisionDraft = z.input<typeof versionsDecisionSchema>;

/** As Grafana stores and sends it. */
export interface ModelwatchQuery extends DataQuery, QueryDraft {}
