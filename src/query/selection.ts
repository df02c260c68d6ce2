import { z } from 'zod';
import { missingSchema, numbersSchema } from './cellForms';
import { expectationSchema } from './expectation';
import { contradiction } from './expectedType';
import { featureTypeSchema } from './featureType';
import { filterText } from './filterText';
import { unique } from './unique';
import { samplingSchema } from './sampling';
import { isTimeExpression } from './time';

/** An ISO time, or `now-6h`. */
export const timeExpression = z.string().refine(isTimeExpression, 'is not a time: write an ISO time or now-6h');

/** A feature: an input column or a prediction output, and where it is found. */
export const plainFeatureSchema = z.strictObject({
  name: z.string().min(1),
  /** Found out from the baseline where it is not given. */
  type: featureTypeSchema.optional(),
  /** Column or document field; the feature's name where it is not given. */
  field: z.string().min(1).optional(),
  /** Prometheus: base name of a classic or native histogram, or a counter's or gauge's name. */
  metric: z.string().min(1).optional(),
  /** Prometheus: label matchers without braces, `model="delay",env="prod"`. */
  matchers: filterText.optional(),
  /** Prometheus: the label whose values are the categories. */
  label: z.string().min(1).optional(),
  /** Prometheus: free PromQL instead of metric and matchers. */
  expr: filterText.min(1).optional(),
  /** Files: texts that stand for a missing value, beside the usual ones; an empty list means none at all. */
  missing: missingSchema.optional(),
  /** Files: how its numbers are written, where that is not 1234.5. */
  numbers: numbersSchema.optional(),
  /** What its values must be; read by the kind `quality` alone. */
  expect: expectationSchema.optional(),
});
export const featureSchema = plainFeatureSchema.superRefine(({ type, expect }, context) => {
  const message = type === undefined || expect === undefined ? null : contradiction(expect, type);
  if (message !== null) {
    context.addIssue({ code: 'custom', path: ['expect'], message });
  }
});
export type FeatureSpec = z.infer<typeof featureSchema>;

/** Where a sample comes from. Which of the keys apply depends on the type of the connection. */
export const selectionSchema = z.strictObject({
  connection: z.string().min(1).optional(),
  /** File: path below the connection's folder. */
  path: z.string().min(1).optional(),
  /** Elasticsearch: index, pattern or data stream. */
  index: z.string().min(1).optional(),
  /** Elasticsearch: Lucene query string. Files: `column:value` terms joined by AND. */
  query: filterText.optional(),
  /** Field or column that holds the time; without it a file is one sample without a time. */
  timeField: z.string().min(1).optional(),
  /** Prometheus: matchers that hold for every feature. */
  matchers: filterText.optional(),
  /** Elasticsearch: a random share of the documents stands for all. */
  sampling: samplingSchema.optional(),
  /** Empty means: all that the source finds. */
  features: z
    .array(featureSchema)
    .superRefine(unique(({ name }) => name))
    .optional(),
});
export type Selection = z.infer<typeof selectionSchema>;

export const selectionBaselineSchema = selectionSchema.extend({
  kind: z.literal('selection'),
  from: timeExpression.optional(),
  to: timeExpression.optional(),
  /** What each segment is compared with: the same segment of the baseline, or all of it, as versions with a training set. */
  segments: z.enum(['same', 'all']).optional(),
});

export const windowBaselineSchema = z.strictObject({
  kind: z.literal('window'),
  from: timeExpression,
  to: timeExpression,
});
