import { z } from 'zod';
import { changeQuerySchema } from './changeQuery';
import { type DistributionQuery, distributionQuerySchema } from './distributionQuery';
import { type DriftQuery, driftQuerySchema } from './driftQuery';
import { explainQuerySchema } from './explainQuery';
import { performanceQuerySchema } from './performanceQuery';
import { qualityQuerySchema } from './qualityQuery';
import { versionsQuerySchema } from './versionsQuery';
import { volumeQuerySchema } from './volumeQuery';

/** One schema for each kind of question. */
export const querySchema = z.discriminatedUnion('kind', [
  driftQuerySchema,
  distributionQuerySchema,
  performanceQuerySchema,
  qualityQuerySchema,
  versionsQuerySchema,
  volumeQuerySchema,
  changeQuerySchema,
  explainQuerySchema,
]);

/** A query as it is stored and sent: what has a default may be left out. */
export type QueryInput = z.input<typeof querySchema>;
/** A query after validation: every default filled in. */
export type Query = z.output<typeof querySchema>;
/** Those that compare a current sample with a baseline, by tests. */
export type ComparisonQuery = DriftQuery | DistributionQuery;
