import { z } from 'zod';

/**
 * Which number the format `alert` answers for each feature and segment:
 * - `severity`: 2 drift, 1 warning, 0 no drift, none where undecided: what a rule decides on;
 * - `score`: effect above the expected one, in thresholds: what a recording rule stores;
 * - `since`: seconds since the epoch at which the present stretch of drift or warnings began;
 * - `details`: the score, with verdict, reason and times as further labels: for the message, never for a condition.
 */
export const alertValueSchema = z.enum(['severity', 'score', 'since', 'details']);
export type AlertValue = z.infer<typeof alertValueSchema>;
