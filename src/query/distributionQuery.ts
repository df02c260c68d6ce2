import { z } from 'zod';
import { comparisonKeys } from './comparisonKeys';

/** Both distributions themselves, for the overlay panel. */
export const distributionQuerySchema = z.strictObject({
  kind: z.literal('distribution'),
  format: z.literal('table').default('table'),
  /** At most so many bins or categories are returned for each feature. */
  bins: z.number().int().min(2).max(500).default(40),
  ...comparisonKeys,
});

export type DistributionQuery = z.output<typeof distributionQuerySchema>;
