import { z } from 'zod';

/** Whether groups of people are treated alike. Definitions: docs/performance.md. */
export const fairnessSchema = z.strictObject({
  /** Column whose values are the groups. */
  field: z.string().min(1),
  /** The class that is good for those who get it, such as `approved`. */
  favorable: z.string().min(1),
  /** The group that all others are compared with; the one with most rows where it is not given. */
  reference: z.string().min(1).optional(),
  limits: z
    .strictObject({
      /** Of statistical parity, equal opportunity, and average odds: accepted from −difference to difference. */
      difference: z.number().gt(0).lt(1).default(0.1),
      /** Disparate impact is accepted from here … */
      ratioLow: z.number().gt(0).max(1).default(0.8),
      /** … to here. */
      ratioHigh: z.number().min(1).default(1.2),
    })
    .prefault({}),
});
export type FairnessSpec = z.output<typeof fairnessSchema>;
