import { z } from 'zod';
import { durationSchema } from './baseline';
import { parseDuration } from './duration';
import type { PerformanceMetric } from './performanceMetric';

/** Shares of rows, whose other rows use up the budget of an objective. */
export const BUDGET_METRICS = ['accuracy', 'precision', 'recall', 'specificity', 'coverage', 'click_rate'] as const;
export type BudgetMetric = (typeof BUDGET_METRICS)[number];

const burnSchema = (long: string, short: string, rate: number) =>
  z
    .strictObject({
      /** The budget is used up this many times as fast as it lasts for the period, over a long window and, still, over a short one. */
      rate: z.number().positive().default(rate),
      long: durationSchema.default(long),
      short: durationSchema.default(short),
    })
    .refine(({ long: whole, short: part }) => parseDuration(part) <= parseDuration(whole), {
      message: 'has a short window that is longer than the long one',
    })
    .prefault({});

/** Objectives of shares as service levels: what they leave for errors, and how fast it is used up. */
export const errorBudgetSchema = z.strictObject({
  period: durationSchema.default('28d'),
  fast: burnSchema('2d', '1d', 3),
  slow: burnSchema('7d', '1d', 1),
});
export type ErrorBudgetSpec = z.output<typeof errorBudgetSchema>;

export function isBudgetMetric(metric: PerformanceMetric): metric is BudgetMetric {
  return (BUDGET_METRICS as readonly string[]).includes(metric);
}
