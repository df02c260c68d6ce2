import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { previousBaselineSchema, seasonalBaselineSchema } from './baseline';
import { commonKeys } from './commonKeys';
import { directionSchema, measureSchema } from './measure';
import { namedCalls } from './namedCalls';
import { unique } from './unique';

/** When a value is off. Definitions: docs/volume.md. */
export const volumeDecisionSchema = z
  .strictObject({
    direction: directionSchema.default('both'),
    /** Share of the expected value; where a z is given too, both must be exceeded. */
    deviation: z.number().positive().nullable().default(0.4),
    z: z.number().positive().nullable().default(null),
    /** Share of these thresholds from which on there is a warning. */
    warnAt: z.number().gt(0).lte(1).default(0.75),
    /** So many standard deviations of chance alone must be exceeded too; 0 switches this off. */
    noise: z.number().min(0).default(3),
    /** Counts and shares: variance over that of independent events at least; events that come in bursts have more than 1. */
    overdispersion: z.number().min(1).default(1),
    /** What no data in a window means: nothing can be said, or a value of 0. */
    absent: z.enum(['undecided', 'zero']).default('undecided'),
  })
  .refine(({ deviation, z: score }) => deviation !== null || score !== null, {
    path: ['deviation'],
    message: 'is null, and so is "z": one of them must decide',
  });
export type VolumeDecision = z.output<typeof volumeDecisionSchema>;

/** Numbers over time against those of the same time before: a verdict for each measure, segment and window. */
export const volumeQuerySchema = z.strictObject({
  kind: z.literal('volume'),
  format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
  /** Alert: which number is answered. */
  alertValue: alertValueSchema.default('severity'),
  ...commonKeys,
  measures: z
    .array(measureSchema)
    .min(1, 'is empty: name at least one measure')
    .superRefine(unique(({ name }) => name))
    .superRefine(namedCalls),
  baseline: z.discriminatedUnion('kind', [previousBaselineSchema, seasonalBaselineSchema]),
  decision: volumeDecisionSchema.prefault({}),
});
export type VolumeQuery = z.output<typeof volumeQuerySchema>;
