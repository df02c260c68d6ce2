import { z } from 'zod';
import { baselineSchema } from './baseline';
import { decisionSchema } from './decision';
import { TEST_NAMES } from './testNames';
import { commonKeys } from './commonKeys';

/** What a query has that compares two distributions. */
export const comparisonKeys = {
  ...commonKeys,
  baseline: baselineSchema,
  tests: z.union([z.literal('auto'), z.array(z.enum(TEST_NAMES)).min(1)]).default('auto'),
  decision: decisionSchema.prefault({}),
  /** Categories and buckets seen fewer times are merged into the rest. */
  minimumCount: z.number().int().min(0).default(0),
};
