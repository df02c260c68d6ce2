import { z } from 'zod';
import { isDuration } from './duration';
import { selectionBaselineSchema, windowBaselineSchema } from './selection';

export const durationSchema = z
  .string()
  .refine(isDuration, 'is not a duration: write a number and a unit, such as 1h or 28d');

/** What the current sample is compared with. */
export const baselineSchema = z.discriminatedUnion('kind', [
  /** The same windows, earlier by an offset. */
  z.strictObject({ kind: z.literal('previous'), offset: durationSchema }),
  /** One fixed window. */
  windowBaselineSchema,
  /** Another selection; what it does not name it takes from `current`. */
  selectionBaselineSchema,
]);
export type Baseline = z.infer<typeof baselineSchema>;
