import { z } from 'zod';
import { alertValueSchema } from './alertValue';
import { durationSchema } from './baseline';
import { commonKeys } from './commonKeys';
import { comparisonKeys } from './comparisonKeys';
import { DETECTOR_NAMES } from './detectorNames';
import { measureSchema } from './measure';
import { namedCalls } from './namedCalls';
import { selectionSchema } from './selection';
import { unique } from './unique';

/** When a change is one. Definitions: docs/change.md. */
export const changeDecisionSchema = z.strictObject({
  /** Chance that noise alone makes a change of some window of a series. */
  alpha: z.number().gt(0).lte(0.2).default(0.01),
  /** Only changes that may have begun within this time before the end of the range are alarms; all without it. */
  recent: durationSchema.optional(),
});
export type ChangeDecision = z.output<typeof changeDecisionSchema>;

/** A drift query whose effect in each window is the series. What it leaves out it takes from the query around it. */
export const driftSeriesSchema = z.strictObject({
  kind: z.literal('drift'),
  current: selectionSchema.optional(),
  baseline: comparisonKeys.baseline,
  tests: comparisonKeys.tests,
  /** What is significant does not matter here. */
  decision: comparisonKeys.decision,
  minimumCount: comparisonKeys.minimumCount,
  cluster: z.string().min(1).optional(),
});

/** When the level of numbers, of features or of drift itself changed: change points after the fact. */
export const changeQuerySchema = z
  .strictObject({
    kind: z.literal('change'),
    format: z.enum(['table', 'timeseries', 'alert', 'annotations']).default('table'),
    /** Alert: which number is answered. */
    alertValue: alertValueSchema.default('severity'),
    ...commonKeys,
    window: durationSchema.default('1d'),
    /** Numbers whose level may change; without them, and without `of`, the selection's features. */
    measures: z
      .array(measureSchema)
      .min(1, 'is empty: name at least one measure')
      .superRefine(unique(({ name }) => name))
      .superRefine(namedCalls)
      .optional(),
    /** A drift query, the effects of which are the series. */
    of: driftSeriesSchema.optional(),
    /** Length of the season that is taken away first, such as a week. */
    period: durationSchema.optional(),
    /** Online detectors whose alarms are listed beside the changes, for comparison. They decide nothing. */
    detectors: z
      .array(z.enum(DETECTOR_NAMES))
      .superRefine(unique((name) => name))
      .default([]),
    decision: changeDecisionSchema.prefault({}),
  })
  .superRefine(({ measures, of }, context) => {
    if (measures !== undefined && of !== undefined) {
      const message = 'goes without "measures": a query asks for changes of measures, of a drift query, or of features';
      context.addIssue({ code: 'custom', path: ['of'], message });
    }
  });
export type ChangeQuery = z.output<typeof changeQuerySchema>;
