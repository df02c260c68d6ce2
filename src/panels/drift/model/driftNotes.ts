import { isTornDrift } from '../../../frames/drift/readDrift';
import type { FrameLike } from '../../../frames/FrameLike';
import { segmentFields } from '../../../frames/segmentFields';
import { listWords, queriesOf } from '../../shared/queriesOf';
import { type Subject, subjectOf } from '../../shared/Subject';
import type { DriftMap } from './DriftMap';

const VERDICTS: Readonly<Record<Subject, string>> = {
  drift: 'drift',
  quality: 'data quality',
  volume: 'volume',
};

/** What a map of these tables does not show, or can't tell apart: each a sentence that says what to do. */
export function driftNotes(
  frames: readonly FrameLike[],
  { subject, shown }: { readonly subject: Subject; readonly shown: readonly FrameLike[] }
): string[] {
  const torn = frames.filter(isTornDrift);
  const others = frames.filter((frame) => !shown.includes(frame) && !torn.includes(frame) && frame.fields.length > 0);
  const hidden = new Set(shown.flatMap(hiddenSegments));
  return [
    ...(torn.length > 0 ? [TORN] : []),
    ...(others.length > 0 ? [describeOthers(others, subject)] : []),
    ...(hidden.size > 0
      ? [`A transformation hides ${listWords([...hidden])}: segments share a row, which shows the worst of them.`]
      : []),
  ];
}

/** What a table of verdicts that can't be read says. */
export const TORN =
  'A transformation has joined or regrouped verdicts, so that rows are lost or their columns are. Remove it, and give each query its own rows.';

/**
 * What is said where several rows have one place in the map, unless that is known: segments that are hidden, and findings of
 * which a table of quality has a row for each.
 */
export function coveredNotes({ covered, subject }: DriftMap, frames: readonly FrameLike[]): string[] {
  const merged = queriesOf(frames).some((query) => query.startsWith('merge-'));
  const isKnown = (subject === 'quality' && !merged) || frames.some((frame) => hiddenSegments(frame).length > 0);
  return covered === 0 || isKnown ? [] : [describeCovered(covered, merged)];
}

function describeCovered(covered: number, merged: boolean): string {
  const why = merged ? '"Merge" has taken off which query they answer' : 'Nothing tells them apart';
  const rows = covered === 1 ? '1 row shares' : `${covered} rows share`;
  return `${rows} the place of a worse one, which is shown. ${why}: use a query for each, without transformations, or "Segment by".`;
}

function hiddenSegments(frame: FrameLike): string[] {
  return segmentFields(frame)
    .filter(({ column }) => !frame.fields.some(({ name }) => name === column))
    .map(({ name }) => name);
}

function describeOthers(others: readonly FrameLike[], subject: Subject): string {
  const names = queriesOf(others).filter(Boolean);
  const what =
    names.length === 0 ? 'Other data' : names.length === 1 ? `Query ${names[0]}` : `Queries ${listWords(names)}`;
  const isVerdicts = others.some(({ fields }) => fields.some(({ name }) => name === 'verdict'));
  const isOther = isVerdicts && others.some((frame) => subjectOf(frame) !== subject);
  return isOther
    ? `${what} ${names.length > 1 ? "aren't" : "isn't"} shown: this panel shows verdicts on ${VERDICTS[subject]}, as its first query asks. Use a panel for each.`
    : `${what} ${names.length > 1 ? "aren't" : "isn't"} shown: this panel shows verdicts in the format "Table".`;
}
