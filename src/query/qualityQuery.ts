import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { arrivalSchema } from './arrival';
import { baselineSchema, durationSchema } from './baseline';
import { commonKeys } from './commonKeys';
import { decisionSchema } from './decision';
import { rulesSchema } from './rule/rule';

/** What is checked. */
export const CHECK_NAMES = [
  'columns',
  'missing',
  'type',
  'range',
  'categories',
  'format',
  'unit',
  'stuck',
  'rows',
  'arrival',
  'bias',
  'rules',
] as const;
export const checkSchema = z.enum(CHECK_NAMES);
export type CheckName = z.infer<typeof checkSchema>;

/** Figures of a window, as a series over time. */
export const SUMMARY_NAMES = [
  'count',
  'missing_rate',
  'nan_rate',
  'minimum',
  'q05',
  'median',
  'mean',
  'q95',
  'maximum',
  'standard_deviation',
] as const;
export type SummaryName = (typeof SUMMARY_NAMES)[number];
const seriesSchema = z.enum(['severity', ...SUMMARY_NAMES]);

/**
 * What breaks before any test of distributions sees it: missing and mistyped values, values outside of a range or a set,
 * columns that appear, vanish or are renamed, changed units and formats, stuck sensors, gaps, repeated and late rows.
 */
export const qualityQuerySchema = z.strictObject({
  kind: z.literal('quality'),
  format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
  /** Alert: which number is answered. */
  alertValue: alertValueSchema.default('severity'),
  /** Table: a row for each finding, not one for each feature. */
  detail: z.boolean().default(false),
  /** Timeseries: what is drawn of each feature; of figures with the band that past windows of the baseline make usual. */
  series: z.array(seriesSchema).min(1).default(['severity']),
  ...commonKeys,
  /** What was normal. Without it only the features' own expectations are checked. */
  baseline: baselineSchema.optional(),
  /** Only these checks; all that the data allow, unless given. */
  checks: z.array(checkSchema).min(1).optional(),
  /** Stretches into which each window is cut to find gaps, repeated hours and stuck sensors; `none`: not at all. */
  slice: z.union([z.literal('none'), durationSchema]).default('1h'),
  /** Which field says when a row arrived, and how late it may be. */
  arrival: arrivalSchema.optional(),
  /** Predicted classes against the labels that came, or against those of the baseline. */
  bias: z.strictObject({ prediction: z.string().min(1), label: z.string().min(1) }).optional(),
  /** What must hold for each row, across columns. */
  rules: rulesSchema.optional(),
  decision: decisionSchema.prefault({}),
  /** Categories seen fewer times are never named. */
  minimumCount: z.number().int().min(0).default(0),
});

export type QualityQuery = z.output<typeof qualityQuerySchema>;
