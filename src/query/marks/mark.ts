import { z } from 'zod';
import { timeExpression } from '../selection';
import { MARK_KINDS, type MarkKind } from './markKinds';

export const markKindSchema = z.enum(MARK_KINDS);

const plainMarkSchema = z.strictObject({
  mark: markKindSchema,
  /** `accept`: from when on the data are normal; else where the stretch begins. */
  from: timeExpression,
  /** Where the stretch ends; `accept` has no end. */
  to: timeExpression.optional(),
  /** It concerns this feature alone; all of them where not given. */
  feature: z.string().min(1).optional(),
  /** It concerns these segments alone, by name and value. */
  segment: z.record(z.string(), z.string()).optional(),
  /** Who says so. */
  by: z.string().optional(),
  text: z.string().optional(),
});
/** A mark as it stands in a query or in a file. */
export const markSchema = plainMarkSchema.superRefine(({ mark, to }, context) => {
  if (mark === 'accept' && to !== undefined) {
    context.addIssue({ code: 'custom', path: ['to'], message: 'is not used by "accept", which has no end: remove it' });
  }
  if (mark !== 'accept' && to === undefined) {
    context.addIssue({ code: 'custom', path: ['to'], message: `is missing: "${mark}" marks a stretch of time` });
  }
});
export type WrittenMark = z.infer<typeof markSchema>;

/** A mark with its times in milliseconds since the epoch. */
export interface Mark {
  readonly mark: MarkKind;
  readonly from: number;
  /** Of `accept` it is not read. */
  readonly to: number;
  readonly feature?: string;
  readonly segment?: Readonly<Record<string, string>>;
  readonly by?: string;
  readonly text?: string;
}

/** Whether a mark is about a feature in a segment. */
export function isAbout(
  { feature, segment = {} }: Pick<Mark, 'feature' | 'segment'>,
  asked: { readonly feature: string; readonly segment: Readonly<Record<string, string>> }
): boolean {
  return (
    (feature === undefined || feature === asked.feature) &&
    Object.entries(segment).every(([name, value]) => asked.segment[name] === value)
  );
}
