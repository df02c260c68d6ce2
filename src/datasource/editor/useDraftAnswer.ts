import { useEffect, useState } from 'react';
import type { QueryDraft } from '../ModelwatchQuery';
import { type Loaded, useLoaded } from './fields/useLoaded';
import type { AskedRange } from './SectionProps';

const PAUSE_MS = 400;

/**
 * What the back end says of a draft. It is asked once nothing has been changed for a moment, and not of a draft with
 * errors; while a new answer is awaited the last one stays.
 */
export function useDraftAnswer<Value>(
  draft: QueryDraft | null,
  range: AskedRange,
  ask: (draft: QueryDraft, range: AskedRange) => Promise<Value>
): Loaded<Value> {
  const key = draft === null ? null : JSON.stringify([draft, range.key]);
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const answer = useLoaded(settled, () => ask(draft ?? {}, range));
  const [last, setLast] = useState<Value>();
  if (answer.value !== undefined && answer.value !== last) {
    setLast(answer.value);
  }
  return key === null ? answer : { ...answer, value: answer.error === undefined ? (answer.value ?? last) : undefined };
}
