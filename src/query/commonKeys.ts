import { z } from 'zod';
import { durationSchema } from './baseline';
import { selectionSchema } from './selection';
import { unique } from './unique';

export const QUERY_VERSION = 1;

/** What a query of any kind has. */
export const commonKeys = {
  version: z.literal(QUERY_VERSION).default(QUERY_VERSION),
  current: selectionSchema,
  /** Labels or fields whose values are judged apart, such as `model_version`. */
  segmentBy: z
    .array(z.string().min(1))
    .superRefine(unique((name) => name))
    .default([]),
  /** `range`: the whole time range is one window; or a duration, for a series over time. */
  window: z.union([z.literal('range'), durationSchema]).default('range'),
  /** IANA zone in which windows of a day or more begin. */
  timezone: z.string().default('UTC'),
  /** Data newer than now − delay may still arrive: windows that end later are not judged. */
  delay: durationSchema.optional(),
  /** Prometheus: below this share of a window's time that its series cover there is no verdict; 0.8 where not given. */
  minimumCoverage: z.number().min(0).max(1).optional(),
  /** What an alert says where the store warns that its answer is not everything: no verdict, unless it is to be an error. */
  partial: z.enum(['undecided', 'error']).optional(),
};
