import { defaultQuery } from './defaultQuery';
import { draftOf, withDraft } from './normalizeQuery';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';
import { validateDraft } from './validateDraft';

const complete: QueryDraft = {
  ...defaultQuery(),
  current: { path: 'flights.parquet', features: [{ name: 'distance' }] },
};
const errors = (draft: QueryDraft) => Object.fromEntries(validateDraft(draft));

test('a new query is valid, whoever asks', () => {
  expect(errors(complete)).toEqual({});
  expect(defaultQuery('unified-alerting').format).toBe('alert');
  expect(errors(defaultQuery('unified-alerting'))).toEqual({});
});

test('errors stand at the key at fault, with its value', () => {
  expect(errors({ ...complete, baseline: { kind: 'previous', offset: 'a week' } })).toEqual({
    'baseline.offset': '"a week" is not a duration: write a number and a unit, such as 1h or 28d',
  });
  expect(Object.keys(errors({ ...complete, baseline: { kind: 'window', from: '', to: 'now' } }))).toEqual([
    'baseline.from',
  ]);
  expect(Object.keys(errors({ ...complete, decision: { alpha: 2, thresholds: { ks: -1 } } })).sort()).toEqual([
    'decision.alpha',
    'decision.thresholds.ks',
  ]);
  expect(Object.keys(errors({ ...complete, tests: [] }))).toEqual(['tests']);
});

test.each(['$offset', '${offset}', '[[offset]]'])('a variable is not judged before it has a value: %s', (offset) => {
  expect(errors({ ...complete, baseline: { kind: 'previous', offset } })).toEqual({});
});

test('what Grafana adds to a query stays on it, and out of the draft', () => {
  const query: ModelwatchQuery = Object.freeze({ refId: 'B', hide: false, datasource: { uid: 'x' }, ...complete });
  expect(draftOf(query)).toEqual(complete);
  expect(withDraft(query, { ...complete, window: '1h', delay: undefined })).toEqual({ ...query, window: '1h' });
});
