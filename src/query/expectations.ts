import { z } from 'zod';
import { arrivalKeysSchema } from './arrival';
import { expectationSchema } from './expectation';
import { rulesSchema } from './rule/rule';

/** Categories are known by their text, and YAML writes 1 and true without quotes. */
const writtenSchema = z.preprocess(
  (value) => (isAllowing(value) ? { ...value, allowed: value.allowed.map(asText) } : value),
  expectationSchema
);

/** A file of expectations, as `modelwatch check` reads and writes it: by the feature's name. docs/quality.md shows one. */
export const expectationsSchema = z.strictObject({
  version: z.literal(1, 'is not known: this Modelwatch reads version 1').default(1),
  /** Of the rows as a whole: how late they may arrive. */
  arrival: arrivalKeysSchema.optional(),
  /** Of each row, across columns. */
  rules: rulesSchema.optional(),
  features: z.record(z.string().min(1), writtenSchema).default({}),
});
export type Expectations = z.output<typeof expectationsSchema>;

function isAllowing(value: unknown): value is { readonly allowed: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'allowed' in value && Array.isArray(value.allowed);
}

function asText(category: unknown): unknown {
  return typeof category === 'number' || typeof category === 'boolean' ? String(category) : category;
}
