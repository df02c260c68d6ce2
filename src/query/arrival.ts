import { z } from 'zod';
import { durationSchema } from './baseline';

/** When rows arrive: which field says so, and what must hold whatever the baseline says. Every key may be left out. */
export const arrivalKeysSchema = z.strictObject({
  /** Column or field with the time at which a row arrived, beside the time at which it was made. */
  field: z.string().min(1).optional(),
  /** The longest that a row may take to arrive. */
  maxDelay: durationSchema.optional(),
  /** Share of the rows that may take longer. */
  tolerate: z.number().min(0).max(1).optional(),
  /** The longest that the newest row may lie before the end of its window. */
  maxAge: durationSchema.optional(),
});
export type Arrival = z.infer<typeof arrivalKeysSchema>;

/** As a query has it: what is asked of the delay needs the field that tells it. */
export const arrivalSchema = arrivalKeysSchema.superRefine(({ field, maxDelay, tolerate }, context) => {
  const needy = maxDelay !== undefined ? 'maxDelay' : tolerate !== undefined ? 'tolerate' : undefined;
  if (field === undefined && needy !== undefined) {
    const message = 'needs the "field" that says when a row arrived';
    context.addIssue({ code: 'custom', path: [needy], message });
  }
});
