import { z } from 'zod';
import { durationSchema } from './baseline';
import { decisionSchema } from './decision';
import { exclusionSchema } from './exclusion';
import { markSchema } from './marks/mark';

/** What a difference is held against: see docs/statistics.md, "Significance over time". */
export const significanceSchema = z.enum(['iid', 'calibrated', 'sequential']);
export type Significance = z.infer<typeof significanceSchema>;

/** The decision of a drift query: that of any comparison, and what past windows tell of natural variation. */
export const driftDecisionSchema = decisionSchema.extend({
  significance: significanceSchema.default('iid'),
  /** `sequential`: at most one false alarm of the whole rule in this time, on average; 90d where not given. */
  falseAlarmEvery: durationSchema.optional(),
  /** `calibrated`, `sequential`: the past that natural variation is measured on. */
  calibration: z
    .strictObject({
      /** So many seasons before that of the judged window; 8 where not given. */
      seasons: z.number().int().min(3).max(52).optional(),
      /** Length of a season, where the baseline has no period; 1w where not given. */
      period: durationSchema.optional(),
    })
    .optional(),
  /** `calibrated`, `sequential`: windows that touch one of these are not judged, and nothing is learned from them. */
  exclude: z.array(exclusionSchema).optional(),
  /** What people say of past alarms and states; in Grafana annotations say the same. */
  marks: z.array(markSchema).optional(),
  /** The name that annotations with marks are found by; the place of the current data where not given. */
  marksOf: z.string().min(1).optional(),
});
export type DriftDecision = z.infer<typeof driftDecisionSchema>;

export const USUAL_FALSE_ALARM_EVERY = '90d';
export const USUAL_SEASONS = 8;
export const USUAL_SEASON = '1w';
