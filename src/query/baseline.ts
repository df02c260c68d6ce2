import { z } from 'zod';
import { isDuration } from './duration';
import { exclusionSchema } from './exclusion';
import { selectionBaselineSchema, windowBaselineSchema } from './selection';

export const durationSchema = z
  .string()
  .refine(isDuration, 'is not a duration: write a number and a unit, such as 1h or 28d');

/** The same windows, earlier by an offset. */
export const previousBaselineSchema = z.strictObject({ kind: z.literal('previous'), offset: durationSchema });

/** The same windows one, two and more periods earlier, taken together: the same hour of each of the last four weeks. */
export const seasonalBaselineSchema = z.strictObject({
  kind: z.literal('seasonal'),
  period: durationSchema.default('1w'),
  /** How many periods back. */
  count: z.number().int().min(1).max(52).default(4),
  /** Past windows that touch one of these are left out: holidays, outages, planned events. */
  exclude: z.array(exclusionSchema).default([]),
});

/** A stored baseline, by its id: the name of its file without `.json`. */
export const profileBaselineSchema = z.strictObject({ kind: z.literal('profile'), id: z.string().min(1) });

/** What the current sample is compared with. */
export const baselineSchema = z.discriminatedUnion('kind', [
  previousBaselineSchema,
  /** One fixed window. */
  windowBaselineSchema,
  seasonalBaselineSchema,
  /** Another selection; what it does not name it takes from `current`. */
  selectionBaselineSchema,
  profileBaselineSchema,
]);
export type Baseline = z.infer<typeof baselineSchema>;
