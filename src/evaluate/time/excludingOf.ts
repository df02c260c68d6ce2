import { BadQuery } from '../../query/BadQuery';
import type { DriftQuery } from '../../query/driftQuery';
import type { Mark, WrittenMark } from '../../query/marks/mark';
import { parseTime } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { EvaluateContext } from '../EvaluateContext';
import { openExclusions } from '../exclusions/openExclusions';
import type { Excluding } from './timePlans';

/**
 * What a query excludes, and the marks that it and annotations hold. Throws a BadQuery for a calendar that is not known, or a
 * stretch that ends before it begins.
 */
export async function excludingOf(
  { baseline, decision, timezone }: DriftQuery,
  { now, annotations }: EvaluateContext
): Promise<Excluding & { readonly notices: readonly Notice[] }> {
  const entries = [...(baseline.kind === 'seasonal' ? baseline.exclude : []), ...(decision.exclude ?? [])];
  const { exclusions, notices } = await openExclusions(entries, { timezone, now, annotations });
  const marks = [...(decision.marks ?? []).map((mark) => readMark(mark, now)), ...(annotations?.marks ?? [])];
  return { exclusions, marks, notices: [...notices, ...(annotations?.notices ?? [])] };
}

/** A written mark with its times; it may be about one moment. Throws a BadQuery where it ends before it begins. */
export function readMark({ from, to, ...mark }: WrittenMark, now: number): Mark {
  const begins = parseTime(from, now);
  const ends = to === undefined ? begins : parseTime(to, now);
  if (ends < begins) {
    throw new BadQuery(
      `"decision.marks": the mark "${mark.mark}" ends (${to}) before it begins (${from}): "to" must be the later one.`
    );
  }
  return { ...mark, from: begins, to: ends };
}
