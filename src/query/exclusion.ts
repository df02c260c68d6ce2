import { z } from 'zod';
import { timeExpression } from './selection';

/** One stretch, a calendar of public holidays such as `US` or `DE-BY`, or all annotations of Grafana with a tag. */
const plainExclusionSchema = z.strictObject({
  from: timeExpression.optional(),
  to: timeExpression.optional(),
  calendar: z.string().min(1).optional(),
  tag: z.string().min(1).optional(),
});

/** Time that takes part in no comparison: holidays, outages, planned events. */
export const exclusionSchema = plainExclusionSchema.superRefine((entry, context) => {
  const refuse = (message: string, path: string[] = []) => context.addIssue({ code: 'custom', path, message });
  const { from, to, calendar, tag } = entry;
  const isStretch = from !== undefined || to !== undefined;
  if ([isStretch, calendar !== undefined, tag !== undefined].filter(Boolean).length !== 1) {
    refuse('must be one of {"from", "to"}, {"calendar"}, and {"tag"}: write each as an entry of its own');
  } else if (isStretch && from === undefined) {
    refuse('is missing beside "to"', ['from']);
  } else if (isStretch && to === undefined) {
    refuse('is missing beside "from"', ['to']);
  }
});
export type WrittenExclusion = z.infer<typeof exclusionSchema>;
