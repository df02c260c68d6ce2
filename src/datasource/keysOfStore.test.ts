/** @jest-environment node */
import type { QueryDraft } from './ModelwatchQuery';
import { withKeysOfStore } from './keysOfStore';

const TYPES: Readonly<Record<string, string>> = { files: 'file', logs: 'elasticsearch', metrics: 'prometheus' };
const typeOf = (name: string | undefined) => (name === undefined ? undefined : TYPES[name]);
const place = { path: 'log', index: 'log', matchers: 'log' };

function queryOf(current: string | undefined, baseline: string | undefined): QueryDraft {
  return {
    kind: 'drift',
    current: { connection: current, ...place, timeField: 'time', features: [{ name: 'x', matchers: 'a="b"' }] },
    baseline: { kind: 'selection', connection: baseline, ...place, from: 'now-60d' },
  };
}

test.each([
  { connection: 'files', kept: { path: 'log' } },
  { connection: 'logs', kept: { index: 'log' } },
  { connection: 'metrics', kept: { matchers: 'log' } },
  { connection: 'unknown', kept: place },
])('of the place of $connection stays $kept', ({ connection, kept }) => {
  const { current, baseline } = withKeysOfStore(queryOf(connection, connection), typeOf);
  expect(current).toEqual({ connection, ...kept, timeField: 'time', features: [{ name: 'x', matchers: 'a="b"' }] });
  expect(baseline).toEqual({ kind: 'selection', connection, ...kept, from: 'now-60d' });
});

test('a baseline is as its own connection is, or else as the one of the query', () => {
  expect(withKeysOfStore(queryOf('files', 'logs'), typeOf).baseline).toMatchObject({ index: 'log' });
  expect(withKeysOfStore(queryOf('files', 'logs'), typeOf).baseline).not.toHaveProperty('path');
  expect(withKeysOfStore(queryOf('metrics', undefined), typeOf).baseline).not.toHaveProperty('path');
});

test('labels elsewhere are where the store of the predictions has them', () => {
  const query: QueryDraft = {
    current: { connection: 'logs' },
    label: { field: 'y', path: 'log', index: 'log', key: 'id' },
  };
  expect(withKeysOfStore(query, typeOf).label).toEqual({ field: 'y', index: 'log', key: 'id' });
});

test('metrics that count outcomes are for a Prometheus alone', () => {
  const outcomeMetrics = { outcomes: 'labelled_total' };
  const asked = (connection: string) => withKeysOfStore({ current: { connection }, outcomeMetrics }, typeOf);
  expect(asked('metrics')).toMatchObject({ outcomeMetrics });
  expect(asked('unknown')).toMatchObject({ outcomeMetrics });
  expect(asked('files')).not.toHaveProperty('outcomeMetrics');
});

test('leaves other baselines as they are', () => {
  const query: QueryDraft = { current: { connection: 'files', path: 'a' }, baseline: { kind: 'profile', id: 'p' } };
  expect(withKeysOfStore(query, typeOf)).toEqual(query);
});

const count = { name: 'calls', counts: true, direction: 'below' as const };
const rows = { aggregate: 'count', query: 'a:b' };
const metrics = { expr: 'sum(increase(calls_total[$__window]))' };

test.each([
  { connection: 'files', kept: rows },
  { connection: 'logs', kept: rows },
  { connection: 'metrics', kept: metrics },
  { connection: 'unknown', kept: { ...rows, ...metrics } },
])('of a measure of rows and metrics alike $connection takes $kept', ({ connection, kept }) => {
  const query: QueryDraft = { kind: 'volume', current: { connection }, measures: [{ ...count, ...rows, ...metrics }] };
  expect(withKeysOfStore(query, typeOf).measures).toEqual([{ ...count, ...kept }]);
});

test('a measure that only another store has stays, so that the store says what is wrong with it', () => {
  const measures = [
    { ...count, ...rows },
    { ...count, ...metrics },
  ];
  expect(withKeysOfStore({ current: { connection: 'metrics' }, measures }, typeOf).measures).toEqual(measures);
  expect(withKeysOfStore({ current: { connection: 'files' }, measures }, typeOf).measures).toEqual(measures);
});
