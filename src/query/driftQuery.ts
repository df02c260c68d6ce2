import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { checkSignificance } from './checkSignificance';
import { comparisonKeys } from './comparisonKeys';
import { driftDecisionSchema } from './driftDecision';

const plainDriftQuerySchema = z.strictObject({
  kind: z.literal('drift'),
  /** `audit`: how often the query would have alarmed as a rule over the time range. */
  format: z.enum(['table', 'timeseries', 'alert', 'annotations', 'audit']).default('table'),
  /** Alert: which number is answered. */
  alertValue: alertValueSchema.default('severity'),
  /** Table: a row for every test instead of the deciding one alone. */
  detail: z.boolean().default(false),
  ...comparisonKeys,
  decision: driftDecisionSchema.prefault({}),
  /** The column or field whose values tell which rows belong together, such as `user_id`: they count as fewer. */
  cluster: z.string().min(1).optional(),
});
/** Current against baseline: a verdict for each feature, segment and window. */
export const driftQuerySchema = plainDriftQuerySchema.superRefine(checkSignificance);

export type DriftQuery = z.output<typeof driftQuerySchema>;
