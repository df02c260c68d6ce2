import type { Mark } from '../../query/marks/mark';
import type { TimeRange } from '../../query/time';
import type { Exclusion } from '../exclusions/Exclusions';
import { describeMark, isGeneral, marksFor, markOver } from './marksOver';
import type { Excluding } from './timePlans';

/** What takes windows out of the comparisons of a judged window. */
export interface ExcludingWindow {
  readonly exclusionOf: (range: TimeRange) => Exclusion | undefined;
  /** All marks that bear on it, also those of single features. */
  readonly marks: readonly Mark[];
  /** An anchor of all features, where there is one. */
  readonly anchor?: Exclusion;
}

export function excludingAt(judged: TimeRange, { exclusions, marks: all }: Excluding): ExcludingWindow {
  const marks = marksFor(all, judged);
  const general = marks.filter(isGeneral);
  const anchor = general.find(({ mark }) => mark === 'accept');
  return {
    exclusionOf: (range) => markOver(range, general) ?? exclusions.find(range),
    marks,
    anchor: anchor && { why: describeMark(anchor), mark: anchor },
  };
}
