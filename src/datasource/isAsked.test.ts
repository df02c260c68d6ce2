/** @jest-environment node */
import { isAsked } from './isAsked';
import type { QueryDraft } from './ModelwatchQuery';

const stored: QueryDraft = {
  kind: 'performance',
  current: { path: '$source' },
  prediction: '$prediction',
  score: '$score',
  label: { field: '$label', timeField: '$label_time' },
};

test.each<{ filled: Partial<QueryDraft>; asked: boolean }>([
  { filled: { prediction: 'p', score: 's', label: { field: 'y' } }, asked: true },
  { filled: { score: 's', label: { field: 'y' } }, asked: true },
  { filled: { prediction: 'p', score: 's', label: {} as never }, asked: false },
  { filled: { label: { field: 'y' } }, asked: false },
])('performance without a label, or without both prediction and score, is not asked: $filled', ({ filled, asked }) => {
  expect(isAsked(stored, { kind: 'performance', current: { path: 'log.parquet' }, ...filled }, false)).toBe(asked);
});
