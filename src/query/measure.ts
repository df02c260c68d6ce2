import { z } from 'zod';
import { filterText } from './filterText';

const AGGREGATE = /^(count|sum|avg|min|max|p\d{1,2}(\.\d+)?)$/;

/** How many rows, or what of a field's values: `p95` is their 95th percentile. */
export const aggregateSchema = z
  .string()
  .refine(
    (text) => AGGREGATE.test(text),
    'is no aggregate: use count, sum, avg, min, max, or a percentile such as p95'
  );
export type Aggregate = z.infer<typeof aggregateSchema>;

export const directionSchema = z.enum(['both', 'below', 'above']);
export type Direction = z.infer<typeof directionSchema>;

/** Which deviations matter. What a measure does not say of itself the query's `decision` says. */
export const measureThresholds = {
  /** Which way off matters: traffic below, latency above. */
  direction: directionSchema.optional(),
  /** Share of the expected value: 0.4 is 40%. Null where the deviation is not to decide. */
  deviation: z.number().positive().nullable().optional(),
  /** Robust z: spreads of the past windows away from their median. Null where it is not to decide. */
  z: z.number().positive().nullable().optional(),
};

/** One number for each window and segment: calls, a latency, errors, a resource, a business figure. */
export const measureSchema = z
  .strictObject({
    name: z.string().min(1),
    /** Prometheus: PromQL whose value at a window's end is the window's; `$__window` stands for the window's length. */
    expr: filterText.min(1).optional(),
    /** Elasticsearch and files. */
    aggregate: aggregateSchema.optional(),
    /** Elasticsearch and files: what is aggregated; `count` without a field counts rows. */
    field: z.string().min(1).optional(),
    /** Elasticsearch and files: only rows that match this too, written as the selection's query is. */
    query: filterText.min(1).optional(),
    /** Whether it counts events, which chance alone makes differ: `count` does, an expression where this says so. */
    counts: z.boolean().optional(),
    /**
     * The number of calls that it is of, so that chance can be allowed for where they are few: another measure's name, or in
     * Prometheus PromQL. A count of some of them becomes their share. Means, sums, extremes and percentiles of rows need none.
     */
    of: z.string().min(1).optional(),
    ...measureThresholds,
  })
  .superRefine((measure, context) => {
    const report = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (measure.expr !== undefined) {
      (['aggregate', 'field', 'query'] as const)
        .filter((key) => measure[key] !== undefined)
        .forEach((key) => report(key, 'goes with Elasticsearch and files, "expr" with Prometheus: give one of them'));
    } else if (measure.aggregate === undefined) {
      report('aggregate', 'is missing: give an aggregate, or for Prometheus an "expr"');
    } else if (measure.aggregate !== 'count' && measure.field === undefined) {
      report('field', `is missing: ${measure.aggregate} needs a field whose values it takes`);
    }
  });
export type Measure = z.output<typeof measureSchema>;

/** Whether it counts events, so that chance alone makes it differ by about its square root; a share of others does not. */
export function countsEvents({ counts, aggregate, of }: Measure): boolean {
  return of === undefined && (counts ?? aggregate === 'count');
}

/** Whether a window twice as long has about twice of it. */
export function isAdditive(measure: Measure): boolean {
  return (
    countsEvents(measure) || (measure.aggregate === 'count' && measure.of === undefined) || measure.aggregate === 'sum'
  );
}
