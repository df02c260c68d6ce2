import { z } from 'zod';
import { baselineSchema, durationSchema } from './baseline';
import { decisionSchema } from './decision';
import { selectionSchema } from './selection';
import { TEST_NAMES } from './testNames';

export const QUERY_VERSION = 1;

const common = {
  version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
  current: selectionSchema,
  baseline: baselineSchema,
  /** Labels or fields whose values are judged apart, such as `model_version`. */
  segmentBy: z.array(z.string().min(1)).default([]),
  /** `range`: the whole time range is one window; or a duration, for a series over time. */
  window: z.union([z.literal('range'), durationSchema]).default('range'),
  tests: z.union([z.literal('auto'), z.array(z.enum(TEST_NAMES)).min(1)]).default('auto'),
  decision: decisionSchema.prefault({}),
  /** IANA zone in which windows of a day or more begin. */
  timezone: z.string().default('UTC'),
  /** Data newer than now − delay may still arrive: windows that end later are not judged. */
  delay: durationSchema.optional(),
  /** Categories and buckets seen fewer times are merged into the rest. */
  minimumCount: z.number().int().min(0).default(0),
};

export const driftQuerySchema = z.strictObject({
  kind: z.literal('drift'),
  format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
  /** Table: a row for every test instead of the deciding one alone. */
  detail: z.boolean().default(false),
  ...common,
});

export const distributionQuerySchema = z.strictObject({
  kind: z.literal('distribution'),
  format: z.literal('table').default('table'),
  /** At most so many bins or categories are returned for each feature. */
  bins: z.number().int().min(2).max(500).default(40),
  ...common,
});

export const querySchema = z.discriminatedUnion('kind', [driftQuerySchema, distributionQuerySchema]);

/** A query as it is stored and sent: what has a default may be left out. */
export type QueryInput = z.input<typeof querySchema>;
/** A query after validation: every default filled in. */
export type Query = z.output<typeof querySchema>;
export type DriftQuery = z.output<typeof driftQuerySchema>;
export type DistributionQuery = z.output<typeof distributionQuerySchema>;
