import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { comparisonKeys } from './comparisonKeys';
import { unique } from './unique';

/** Values of a field at most, where the query names no fields. */
export const MOST_VALUES = 50;

/**
 * Candidate causes of one drifted feature, ranked. Its keys are those of the drift query that it explains: written within
 * `of` they are lifted out of it (`liftExplained`).
 */
export const explainQuerySchema = z
  .strictObject({
    kind: z.literal('explain'),
    format: z.enum(['table', 'alert']).default('table'),
    /** Alert: which number is answered. */
    alertValue: alertValueSchema.default('severity'),
    ...comparisonKeys,
    /** The drift query to explain; what remains of it here could not be read. */
    of: z
      .undefined({ error: 'must be a drift query, {"kind": "drift", …}, each key of which stands in one place only' })
      .optional(),
    /** The feature to explain, `feature` within `of`; without it the one that drifted most. */
    target: z.string().min(1).optional(),
    /** Fields whose values may be causes; without it all with few values. */
    by: z
      .array(z.string().min(1))
      .min(1, 'is empty: name fields, or leave it out')
      .max(50, 'names more than 50 fields')
      .superRefine(unique((name) => name))
      .optional(),
    /** So many causes are listed. */
    top: z.number().int().min(1).max(100).default(10),
    /** The column whose values tell which rows belong together: they count as fewer. */
    cluster: z.string().min(1).optional(),
  })
  .superRefine(({ segmentBy, by, target }, context) => {
    if (segmentBy.length > 0) {
      const message =
        'does not go with "explain": filter the segment by "query" or "matchers", or name its field in "by"';
      context.addIssue({ code: 'custom', path: ['segmentBy'], message });
    }
    if (target !== undefined && by?.includes(target) === true) {
      const message = `names "${target}", the feature that is explained: its own values are looked at anyhow`;
      context.addIssue({ code: 'custom', path: ['by'], message });
    }
  });
export type ExplainQuery = z.output<typeof explainQuerySchema>;
