import { z } from 'zod';
import { isDuration } from './duration';
import { contradiction } from './expectedType';
import { featureTypeSchema } from './featureType';
import { parseTimeLimit } from './timeLimit';

const shareSchema = z.number().min(0).max(1);
/** A number, or of a column of times a date or an ISO 8601 time; a date stands for all of that day. */
const limitSchema = z.union(
  [z.number(), z.string().refine((text) => parseTimeLimit(text) !== null, { error: ({ input }) => noLimit(input) })],
  { error: ({ input }) => noLimit(input) }
);

function noLimit(input: unknown): string {
  const shown = typeof input === 'string' ? `"${input}"` : JSON.stringify(input);
  return `must be a number, or a date such as "2024-06-30", and is ${shown}`;
}

/** What the values of a feature must be, whatever the baseline says. Every key may be left out; docs/quality.md lists them. */
export const expectationSchema = z
  .strictObject({
    type: featureTypeSchema.optional(),
    /** Smallest and largest allowed value, both included; dates for a column of times. */
    min: limitSchema.optional(),
    max: limitSchema.optional(),
    /** Of a column of times: how long the newest value may lie before the end of a window, or before now. */
    maxAge: z
      .string()
      .refine(isDuration, {
        error: ({ input }) => `must be a duration such as 1h or 28d, and is ${JSON.stringify(input)}`,
      })
      .optional(),
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
  .refine(isInOrder, 'has a "min" above its "max"')
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

type Limits = Pick<Expectation, 'min' | 'max'>;

/** The limits of a column of numbers. */
export function numberLimits({ min, max }: Limits): { readonly min?: number; readonly max?: number } {
  return { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) };
}

/** The limits of a column of times, as they are written. */
export function timeLimits({ min, max }: Limits): { readonly min?: string; readonly max?: string } {
  return { ...(typeof min === 'string' && { min }), ...(typeof max === 'string' && { max }) };
}

/** Whether something is expected of times. */
export function isOfTimes(expect: Expectation): boolean {
  return expect.maxAge !== undefined || Object.keys(timeLimits(expect)).length > 0;
}

function isInOrder({ min, max }: { min?: number | string; max?: number | string }): boolean {
  if (typeof min === 'string' && typeof max === 'string') {
    const [first, last] = [parseTimeLimit(min), parseTimeLimit(max)];
    // What is no date is said for itself. A day as the largest allows all of it.
    return first === null || last === null || first.from < last.to || first.from === last.from;
  }
  return typeof min !== 'number' || typeof max !== 'number' || min <= max;
}
