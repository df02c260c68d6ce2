import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { comparisonKeys } from './comparisonKeys';

/** Two-sample tests, current against baseline: a verdict for each feature, segment and window. */
export const driftQuerySchema = z.strictObject({
  kind: z.literal('drift'),
  format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
  /** Alert: which number is answered. */
  alertValue: alertValueSchema.default('severity'),
  /** Table: a row for every test instead of the deciding one alone. */
  detail: z.boolean().default(false),
  ...comparisonKeys,
  /** The column or field whose values tell which rows belong together, such as `user_id`: they count as fewer. */
  cluster: z.string().min(1).optional(),
});

export type DriftQuery = z.output<typeof driftQuerySchema>;
