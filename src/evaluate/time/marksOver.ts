import { isAbout, type Mark } from '../../query/marks/mark';
import type { TimeRange } from '../../query/time';
import { describeRange, describeTime } from '../describeTime';
import { type Exclusion, touches } from '../exclusions/Exclusions';

/** The marks that bear on verdicts on a window: no anchor that lies after it does, so that past verdicts can be had again. */
export function marksFor(marks: readonly Mark[], window: TimeRange): Mark[] {
  return marks.filter(({ mark, from }) => mark === 'incident' || (mark === 'accept' && from <= window.from));
}

/** Whether a mark concerns all features and segments. */
export function isGeneral({ feature, segment }: Mark): boolean {
  return feature === undefined && segment === undefined;
}

/** The mark that takes a window out of all comparisons. */
export function markOver(range: TimeRange, marks: readonly Mark[]): Exclusion | undefined {
  const mark = marks.find((one) => (one.mark === 'accept' ? range.from < one.from : touches(range, one)));
  return mark && { why: describeMark(mark), mark };
}

/** The newest anchor before a window, of a feature in a segment. */
export function anchorOf(
  marks: readonly Mark[],
  asked: { readonly feature: string; readonly segment: Readonly<Record<string, string>> }
): Mark | undefined {
  return marks
    .filter((one) => one.mark === 'accept' && isAbout(one, asked))
    .reduce<Mark | undefined>(
      (newest, one) => (newest !== undefined && newest.from >= one.from ? newest : one),
      undefined
    );
}

/** A mark in words, as a part of a sentence. */
export function describeMark({ mark, from, to, by, text }: Mark): string {
  const words = [by === undefined ? '' : `by ${by}`, text === undefined || text === '' ? '' : `"${text}"`]
    .filter((part) => part !== '')
    .join(': ');
  const source = words === '' ? '' : ` (${words})`;
  return mark === 'accept'
    ? `the state from ${describeTime(from)} UTC on was accepted as normal${source}`
    : `${describeRange({ from, to })} is marked as an incident${source}`;
}

/** A mark that verdicts rest on, as a notice beside them. */
export function describeUse(mark: Mark): string {
  const about = isGeneral(mark) ? '' : ` This concerns ${namesOf(mark)}.`;
  const consequence =
    mark.mark === 'accept' ? 'nothing before it is learned from' : 'it is not judged, and nothing is learned from it';
  return `Mark used: ${describeMark(mark)}; ${consequence}.${about}`;
}

/** A mark that is about none of the features and segments that are judged: it may be misspelled. */
export function describeDisuse(mark: Mark): string {
  return `Mark not used: ${describeMark(mark)}. This query does not compare ${namesOf(mark)}.`;
}

function namesOf({ feature, segment = {} }: Mark): string {
  return [
    ...(feature === undefined ? [] : [feature]),
    ...Object.entries(segment).map(([name, value]) => `${name} ${value}`),
  ].join(', ');
}
