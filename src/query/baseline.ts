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

/**
 * What a registered model was trained on: the profile that its run keeps. An alias is followed, so that the baseline moves
 * when another version is promoted.
 */
export const modelBaselineSchema = z
  .strictObject({
    kind: z.literal('model'),
    /** A connection to a registry; where there is one only, it needs no name. */
    connection: z.string().min(1).optional(),
    /** The registered model. */
    model: z.string().min(1),
    alias: z.string().min(1).optional(),
    version: z
      .union([z.string().regex(/^[1-9]\d*$/, 'is not the number of a version'), z.number().int().min(1)])
      .transform(String)
      .optional(),
    /** Path of the profile among the run's artifacts. */
    artifact: z.string().min(1).default('modelwatch/profile.json'),
    /** Where the registry can't be asked: the last version that it told may stand in, and the result says so. */
    unavailable: z.enum(['error', 'last']).default('error'),
  })
  .superRefine(({ alias, version }, context) => {
    if (alias === undefined && version === undefined) {
      context.addIssue({ code: 'custom', path: ['alias'], message: 'is missing: write an "alias", or a "version"' });
    }
    if (alias !== undefined && version !== undefined) {
      context.addIssue({ code: 'custom', path: ['version'], message: 'excludes "alias": write one of them' });
    }
  });
export type ModelBaseline = z.output<typeof modelBaselineSchema>;

/** What the current sample is compared with. */
export const baselineSchema = z.discriminatedUnion('kind', [
  previousBaselineSchema,
  /** One fixed window. */
  windowBaselineSchema,
  seasonalBaselineSchema,
  /** Another selection; what it does not name it takes from `current`. */
  selectionBaselineSchema,
  profileBaselineSchema,
  modelBaselineSchema,
]);
export type Baseline = z.infer<typeof baselineSchema>;
