import { z } from 'zod';
import { unique } from '../unique';

/**
 * What must hold of each row, across columns. The expression is read where it is checked: one that can't be read refuses
 * itself alone.
 */
export const ruleSchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** `status == "paid" implies amount > 0`; docs/quality.md has the language. */
  expr: z.string().min(1),
  /** Share of the rows of which the rule can be told that may break it before it is said. */
  tolerate: z.number().min(0).max(1).optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

const MOST_RULES = 100;

export const rulesSchema = z
  .array(ruleSchema)
  .max(MOST_RULES)
  .superRefine(unique(({ name }) => name));
