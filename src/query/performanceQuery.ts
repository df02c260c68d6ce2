import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { baselineSchema, durationSchema } from './baseline';
import { commonKeys } from './commonKeys';
import { errorBudgetSchema, isBudgetMetric } from './errorBudget';
import { fairnessSchema } from './fairness';
import { forecastSchema } from './forecastSpec';
import { type PerformanceMetric, performanceMetricSchema } from './performanceMetric';
import { unique } from './unique';

/** Where the truth is found. */
export const labelSchema = z
  .strictObject({
    /** Column or field with the actual class or value. */
    field: z.string().min(1),
    /** When the label was known. */
    timeField: z.string().min(1).optional(),
    /** Files: the file with the labels, where they are not in the row of the prediction. */
    path: z.string().min(1).optional(),
    /** Elasticsearch: the index with the labels. */
    index: z.string().min(1).optional(),
    /** Column that names the prediction on both sides. */
    key: z.string().min(1).optional(),
    /** Age by which labels are complete: younger windows are not judged. Learnt from the delays where it is not given. */
    deadline: durationSchema.optional(),
    /** The class of predictions without a label once the deadline is over: where only the other class is ever reported. */
    implied: z.string().min(1).optional(),
  })
  .superRefine(({ path, index, key }, context) => {
    if ((path !== undefined || index !== undefined) && key === undefined) {
      const message = 'is missing: labels that lie elsewhere are found by a column that both sides have';
      context.addIssue({ code: 'custom', path: ['key'], message });
    }
  });
export type LabelSpec = z.output<typeof labelSchema>;

/** Prometheus: metrics that count what became of predictions, when their labels come. */
export const outcomeSeriesSchema = z
  .strictObject({
    /** Counter; its labels `prediction` and `label.field` hold the classes. */
    outcomes: z.string().min(1).optional(),
    /** Histogram of the score; its label `label.field` holds the actual class. */
    scores: z.string().min(1).optional(),
    /** Histogram or summary of |p − y|. */
    absoluteError: z.string().min(1).optional(),
    /** Histogram or summary of (p − y)². */
    squaredError: z.string().min(1).optional(),
    /** Histogram or summary of each row's pinball loss. */
    pinballLoss: z.string().min(1).optional(),
    /** Histogram or summary of 1 where the actual value lay in its predicted interval, else 0. */
    insideInterval: z.string().min(1).optional(),
  })
  .refine((series) => Object.values(series).some((name) => name !== undefined), {
    message: 'names no metric: give outcomes, scores, absoluteError, squaredError, pinballLoss, or insideInterval',
  });

/** When a model is worse. Definitions: docs/performance.md. */
export const performanceDecisionSchema = z.strictObject({
  alpha: z.number().gt(0).lt(1).default(0.05),
  /** `blocks`: rows of a day may hang together; `iid`: each row is independent of all others. */
  significance: z.enum(['blocks', 'iid']).default('blocks'),
  thresholds: z
    .strictObject({
      /** Drop of a share, of AUC or of another metric between 0 and 1. */
      drop: z.number().positive().default(0.05),
      /** Relative growth of a loss. */
      loss: z.number().positive().default(0.1),
      /** Growth of the calibration error above what chance makes of it. */
      calibration: z.number().positive().default(0.02),
      /** Change of a forecast's bias, in standard deviations of the baseline's errors. */
      bias: z.number().positive().default(0.1),
    })
    .prefault({}),
  /** Below this many rows in a metric's denominator the verdict is `insufficient_data`. */
  minimumSample: z.number().int().min(2).default(30),
  /** Seed of every bootstrap. */
  seed: z.number().int().min(0).max(0xffffffff).default(1),
});
export type PerformanceDecision = z.output<typeof performanceDecisionSchema>;

const metricValues = z.partialRecord(performanceMetricSchema, z.number());

/** Two versions side by side. */
export const versionComparisonSchema = z.union([
  z.strictObject({
    /** Column whose values are the versions. */
    field: z.string().min(1),
    old: z.string().min(1),
    new: z.string().min(1),
    /** The new version may be worse by less than this: roll out. */
    margin: z.number().positive().default(0.02),
  }),
  z.strictObject({
    /** A version that only logs, on the same rows. */
    shadow: z.strictObject({ prediction: z.string().min(1) }),
    margin: z.number().positive().default(0.02),
  }),
  z.strictObject({
    /** What is to be beaten: the last known value, the value of the last known season, or the prediction of a simple rule. */
    naive: z.union([z.enum(['last', 'seasonal']), z.strictObject({ field: z.string().min(1) })]),
  }),
]);
export type VersionComparison = z.output<typeof versionComparisonSchema>;

/** How good predictions were, against labels that come late: a verdict for each metric, segment and window. */
export const performanceQuerySchema = z
  .strictObject({
    kind: z.literal('performance'),
    format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
    /** Alert: which number is answered. */
    alertValue: alertValueSchema.default('severity'),
    ...commonKeys,
    /** Column of the predicted class or number. */
    prediction: z.string().min(1).optional(),
    /** Column with the probability of the positive class; of several classes, a column for each. */
    score: z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]).optional(),
    /** The class that precision, recall and scores are about. */
    positive: z.string().min(1).optional(),
    /** Without a prediction: from this score on a row is predicted as positive. */
    threshold: z.number().min(0).max(1).default(0.5),
    /** Whether labels are classes or numbers; found from the data where it is not given. */
    task: z.enum(['classification', 'regression']).optional(),
    label: labelSchema,
    outcomeMetrics: outcomeSeriesSchema.optional(),
    baseline: baselineSchema.optional(),
    metrics: z
      .union([
        z.literal('auto'),
        z
          .array(performanceMetricSchema)
          .min(1)
          .superRefine(unique((name) => name)),
      ])
      .default('auto'),
    /** The worst value that is accepted, by metric. */
    objective: metricValues.optional(),
    /** Value of one row by its outcome, for `business_value`. */
    value: z
      .strictObject({
        truePositive: z.number().default(0),
        falsePositive: z.number().default(0),
        trueNegative: z.number().default(0),
        falseNegative: z.number().default(0),
      })
      .optional(),
    compare: versionComparisonSchema.optional(),
    fairness: fairnessSchema.optional(),
    forecast: forecastSchema.optional(),
    /** What was shown together: searches, recommendations. */
    list: z
      .strictObject({
        field: z.string().min(1),
        /** Column with the place in the list, 1 for the first; default: by the score, highest first. */
        rank: z.string().min(1).optional(),
      })
      .optional(),
    /** Error budgets of the objectives. */
    budget: errorBudgetSchema.optional(),
    decision: performanceDecisionSchema.prefault({}),
    /** Classes and segments seen fewer times are never named. */
    minimumCount: z.number().int().min(0).default(0),
  })
  .superRefine(({ compare, forecast, budget, objective = {} }, context) => {
    if (compare !== undefined && 'naive' in compare && compare.naive === 'seasonal' && forecast?.season === undefined) {
      const message = 'is missing: the seasonal naive forecast is the value of a season before';
      context.addIssue({ code: 'custom', path: ['forecast', 'season'], message });
    }
    const held = (Object.keys(objective) as PerformanceMetric[]).filter(isBudgetMetric);
    if (budget !== undefined && held.length === 0) {
      const message =
        'has no objective: give one for accuracy, precision, recall, specificity, coverage, or click_rate';
      context.addIssue({ code: 'custom', path: ['budget'], message });
    }
    if (
      budget !== undefined &&
      held.some((metric) => !((objective[metric] ?? 0) > 0 && (objective[metric] ?? 1) < 1))
    ) {
      const message = 'leaves no budget, or everything: an objective with an error budget lies between 0 and 1';
      context.addIssue({ code: 'custom', path: ['objective'], message });
    }
  })
  .superRefine(({ prediction, score, outcomeMetrics }, context) => {
    if (prediction === undefined && score === undefined && outcomeMetrics === undefined) {
      const message =
        'is missing, and so is "score": name the column of the predicted class or number, or of its score';
      context.addIssue({ code: 'custom', path: ['prediction'], message });
    }
  });
export type PerformanceQuery = z.output<typeof performanceQuerySchema>;
