import { z } from 'zod';
import { durationSchema } from './baseline';
import { decisionSchema } from './decision';

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
});
export type DriftDecision = z.infer<typeof driftDecisionSchema>;

export const USUAL_FALSE_ALARM_EVERY = '90d';
export const USUAL_SEASONS = 8;
export const USUAL_SEASON = '1w';
