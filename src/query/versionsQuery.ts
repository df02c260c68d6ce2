import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { commonKeys } from './commonKeys';
import { plainFeatureSchema } from './selection';

/** What is a change of version, and what is noise. Definitions: docs/versions.md. */
export const versionsDecisionSchema = z.strictObject({
  /** A version with a smaller share of a window's calls has not started. */
  minimumShare: z.number().min(0).lt(0.5).default(0.01),
  /** Windows with fewer calls that carry a version decide nothing. */
  minimumCalls: z.number().int().min(1).default(30),
});
export type VersionsDecision = z.output<typeof versionsDecisionSchema>;

/** Which version is active, since when, with what share of the calls, for each segment. */
export const versionsQuerySchema = z.strictObject({
  kind: z.literal('versions'),
  format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
  /** Alert: which number is answered. */
  alertValue: alertValueSchema.default('severity'),
  ...commonKeys,
  /** The field, column or label whose values are the versions. */
  feature: plainFeatureSchema.omit({ type: true, expect: true }),
  decision: versionsDecisionSchema.prefault({}),
  /** A registry that says which version should be active. */
  registry: z
    .strictObject({
      /** Where there is one registry only, it needs no name. */
      connection: z.string().min(1).optional(),
      model: z.string().min(1),
      alias: z.string().min(1),
    })
    .optional(),
});
export type VersionsQuery = z.output<typeof versionsQuerySchema>;
