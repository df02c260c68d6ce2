import { z } from 'zod';
import { contradiction } from './expectedType';
import { featureTypeSchema } from './featureType';

const shareSchema = z.number().min(0).max(1);
/** Dates are told apart from other texts, since a limit of them might be expected to work. */
const limitSchema = z.number({
  error: ({ input }) =>
    typeof input === 'string' && /^\s*\d{4}-\d{2}-\d{2}/.test(input)
      ? `must be a number, and is "${input}": limits for dates and times aren't supported`
      : undefined,
});

/** What the values of a feature must be, whatever the baseline says. Every key may be left out; docs/quality.md lists them. */
export const expectationSchema = z
  .strictObject({
    type: featureTypeSchema.optional(),
    /** Smallest and largest allowed value, both included. */
    min: limitSchema.optional(),
    max: limitSchema.optional(),
    /** The categories that are allowed; all others are outside of the set. */
    allowed: z.array(z.string()).min(1).optional(),
    /** A regular expression that a text must match as a whole. */
    pattern: z
      .string()
      .min(1)
      .superRefine((text, context) => addProblem(context, problemOfPattern(text)))
      .optional(),
    /** Fewest and most characters of a text. */
    minLength: z.number().int().min(0).optional(),
    maxLength: z.number().int().min(0).optional(),
    /** Largest share of rows without a value (missing or NaN). */
    maxMissingRate: shareSchema.optional(),
    /** Whether every row must have a value of its own, as a key has. */
    unique: z.boolean().optional(),
    /** True: the feature may have one value alone; nothing is said of a value that never changes. */
    constant: z.boolean().optional(),
    /** Share of the values that may break `type`, `min`, `max`, `allowed`, `pattern` and the lengths before it is said. */
    tolerate: shareSchema.optional(),
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, 'has a "min" above its "max"')
  .refine(({ minLength = 0, maxLength = Infinity }) => minLength <= maxLength, 'has a "minLength" above "maxLength"')
  .superRefine((expect, context) => addProblem(context, contradiction(expect)));
export type Expectation = z.infer<typeof expectationSchema>;

function problemOfPattern(text: string): string | null {
  try {
    new RegExp(text, 'u');
    return null;
  } catch (error) {
    // Engines say the pattern again before what is wrong with it.
    const reason = error instanceof Error ? error.message.split(': ').pop() : '';
    return `is not a regular expression: ${reason}, in ${JSON.stringify(text)}`;
  }
}

function addProblem(context: z.RefinementCtx, message: string | null): void {
  if (message !== null) {
    context.addIssue({ code: 'custom', message });
  }
}
