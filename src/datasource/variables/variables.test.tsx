import React, { useState } from 'react';
import type { DataQueryRequest, DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { lastValueFrom } from 'rxjs';
import { accessibilityFaults } from '../../../tests/fixtures/panels/accessibility';
import { layOut } from '../../../tests/fixtures/panels/browser';
import { user } from '../../../tests/fixtures/panels/user';
import type { DataSource } from '../DataSource';
import { answering } from '../editor/testing/answering';
import type { FieldDescription, Resources } from '../resources';
import type { FieldRole } from './fieldRoles';
import type { VariableQuery } from './VariableQuery';
import { VariableQueryEditor } from './VariableQueryEditor';
import { VariableSupport } from './VariableSupport';

beforeAll(layOut);

const values = jest.fn(async (..._asked: unknown[]): Promise<string[]> => ['v1', 'v2']);
const datasourceOf = (resources: Partial<Resources>) =>
  ({
    resources: { ...answering('prometheus'), values, ...resources },
    interpolate: <Value,>(value: Value, scopedVars: ScopedVars = {}): Value =>
      JSON.parse(
        JSON.stringify(value).replace(/\$(\w+)/g, (_, name: string) => String(scopedVars[name]?.value))
      ) as Value,
  }) as unknown as DataSource;
const datasource = datasourceOf({});

async function listed(
  query: Partial<VariableQuery>,
  source: DataSource = datasource,
  scopedVars: ScopedVars = {}
): Promise<unknown[]> {
  const request = { targets: [{ refId: 'A', ...query }], scopedVars } as unknown as DataQueryRequest<VariableQuery>;
  const { data } = await lastValueFrom(new VariableSupport(source).query(request));
  return data.map(({ value }: { value: unknown }) => value);
}

const current = { connection: 'store', matchers: 'model="delay"' };

test.each<{ query: Partial<VariableQuery>; expected: string[] }>([
  // As it was stored before there was a choice.
  { query: { current: { path: 'flights.parquet' } }, expected: ['distance', 'delay', 'carrier'] },
  { query: { what: 'values', current, field: 'version' }, expected: ['v1', 'v2'] },
  { query: { what: 'metrics', current }, expected: ['latency_seconds', 'predictions_total'] },
  { query: { what: 'profiles' }, expected: ['training-2013'] },
  { query: { what: 'connections' }, expected: ['store'] },
  { query: { what: 'values', current }, expected: [] },
  { query: {}, expected: [] },
])('$query lists $expected', async ({ query, expected }) => {
  expect(await listed(query)).toEqual(expected);
});

test('features are what a model takes and gives: not its version, its label or its keys', async () => {
  const names = ['time', 'logged_at', 'id', 'model_version', 'distance', 'prediction', 'actual', 'ingested_at'];
  const types: Readonly<Record<string, FieldDescription['type']>> = {
    time: 'time',
    logged_at: 'time',
    ingested_at: 'text',
  };
  const fields = names.map((name): FieldDescription => {
    return { name, type: types[name] ?? 'numeric', evidence: '', ...(name === 'id' && { identifier: true }) };
  });
  const source = datasourceOf({ describe: async () => ({ fields, timeBounds: null }) });
  expect(await listed({ current: { path: 'log.csv' } }, source)).toEqual(['distance', 'prediction', 'ingested_at']);
});

test.each<{ type: 'file' | 'elasticsearch' | 'prometheus'; expected: string[] }>([
  { type: 'file', expected: ['flights.parquet', 'old/flights.csv'] },
  { type: 'elasticsearch', expected: ['flights-2013', 'weather'] },
  // Without a label that tells models apart; a variable without a value means all series.
  { type: 'prometheus', expected: [''] },
])('places of a connection to $type', async ({ type, expected }) => {
  const source = datasourceOf(answering(type));
  expect(await listed({ what: 'places', current: { connection: 'store' } }, source)).toEqual(expected);
  expect(
    await listed({ what: 'places', current: { connection: '$mine' } }, source, { mine: { value: 'store' } })
  ).toEqual(expected);
  expect(await listed({ what: 'places' }, source)).toEqual(expected);
  expect(await listed({ what: 'places', current: { connection: 'gone' } }, source)).toEqual([]);
});

test('places of Prometheus are matchers of the labels that tell models apart', async () => {
  const known: Record<string, string[]> = { label: ['class', 'model', 'job'], value: ['delay', 'price "b"'] };
  const complete: Resources['complete'] = async ({ what, label }) =>
    (label === 'job' ? ['server'] : (known[what] ?? [])).map((value) => ({ value, description: '' }));
  expect(await listed({ what: 'places' }, datasourceOf({ complete }))).toEqual([
    '',
    'model="delay"',
    'model="price \\"b\\""',
    'job="server"',
  ]);
});

test('of the connections the named one comes first, then the default one', async () => {
  const connections = async () => ({
    connections: ['a', 'b', 'c'].map((name) => ({ name, type: 'file' })),
    defaultConnection: 'b',
  });
  const source = datasourceOf({ connections });
  expect(await listed({ what: 'connections' }, source)).toEqual(['b', 'a', 'c']);
  expect(await listed({ what: 'connections', current: { connection: 'c' } }, source)).toEqual(['c', 'a', 'b']);
  expect(await listed({ what: 'connections', current: { connection: 'gone' } }, source)).toEqual(['b', 'a', 'c']);
});

const FIELDS: FieldDescription[] = [
  ...['logged', '@timestamp', 'event.ingested'].map((name) => ({ name, type: 'time' as const, evidence: '' })),
  { name: 'request_id', type: 'categorical', evidence: '', identifier: true },
  ...['probability_late', 'carrier', 'model_version', 'actual', 'prediction', 'confidence'].map((name) => ({
    ...{ name, type: 'categorical' as const, evidence: '' },
  })),
];

test.each<{ role: FieldRole; expected: string[] }>([
  { role: 'time', expected: ['@timestamp', '', 'logged', 'event.ingested'] },
  { role: 'arrival', expected: ['event.ingested', '', 'logged'] },
  { role: 'version', expected: ['model_version', ''] },
  { role: 'prediction', expected: ['prediction', ''] },
  { role: 'label', expected: ['actual', ''] },
  { role: 'score', expected: ['probability_late', ''] },
  { role: 'confidence', expected: ['confidence', ''] },
  { role: 'key', expected: ['request_id', ''] },
  { role: 'label_time', expected: ['', 'logged'] },
])('the likeliest field for $role comes first, then none', async ({ role, expected }) => {
  const describe = async () => ({ fields: FIELDS, timeBounds: null });
  const found = await listed({ what: 'field', role, current }, datasourceOf({ ...answering('file'), describe }));
  expect(found.slice(0, expected.length)).toEqual(expected);
});

test('where nothing looks like the field, none comes first and the rest can be chosen', async () => {
  const rows = datasourceOf(answering('file'));
  const of = (role: FieldRole) => listed({ what: 'field', role, current }, rows);
  expect(await of('version')).toEqual(['', 'distance', 'delay', 'carrier']);
  expect(await of('time')).toEqual(['time', '', 'logged_at']);
  expect(await of('arrival')).toEqual(['', 'time', 'logged_at']);
});

test("lists Grafana's data sources of a store; where there is none, Modelwatch's own uid stands for none", async () => {
  const sources = [
    { uid: 'p1', name: 'Metrics', type: 'prometheus' },
    { uid: 'm1', name: 'Modelwatch', type: 'modelwatch-datasource' },
  ] as DataSourceInstanceSettings[];
  setDataSourceSrv({
    getList: ({ filter = () => true } = {}) => sources.filter(filter),
  } as DataSourceSrv);
  expect(await listed({ what: 'sources', store: 'prometheus' })).toEqual(['p1']);
  expect(await listed({ what: 'sources', store: 'elasticsearch' })).toEqual(['modelwatch']);
  expect(await listed({ what: 'sources' })).toEqual([]);
});

describe('over Prometheus', () => {
  const labels: Readonly<Record<string, string[]>> = {
    requests_total: ['code', 'job'],
    predictions_total: ['class', 'job', 'model_version'],
  };
  const complete: Resources['complete'] = async ({ what, text, metric }) => {
    const metrics = [
      { value: 'requests_total', description: 'counter' },
      { value: 'predictions_total', description: 'counter: of the model' },
      { value: 'request_predict_seconds', description: 'classic histogram' },
    ];
    return what === 'metric'
      ? metrics.filter(({ value }) => value.includes(text))
      : (labels[metric ?? ''] ?? ['version']).map((value) => ({ value, description: '' }));
  };
  const metrics = datasourceOf({ complete });
  const asked = { connection: 'store', matchers: 'model="delay"' };
  const calls = (metric: string) => ({ ...asked, features: [{ name: metric, metric }] });

  test('calls are counted by the counter that tells versions apart, then by others, then by what histograms observed', async () =>
    expect(await listed({ what: 'field', role: 'calls', current: asked }, metrics)).toEqual([
      ...['predictions_total', '', 'requests_total', 'request_predict_seconds_count'],
    ]));

  test('versions and predictions are labels of the calls, or of the likeliest counter', async () => {
    const version = { what: 'field', role: 'version' } as const;
    expect(await listed({ ...version, current: asked }, metrics)).toEqual(['model_version', '', 'class', 'job']);
    // A version of something else in the same Prometheus is none of the model.
    expect(await listed({ ...version, current: calls('requests_total') }, metrics)).toEqual(['', 'code', 'job']);
    expect((await listed({ what: 'field', role: 'prediction', current: asked }, metrics)).slice(0, 2)).toEqual([
      ...['class', ''],
    ]);
    const none = datasourceOf({ complete: async () => [] });
    expect(await listed({ ...version, current: asked }, none)).toEqual(['']);
  });

  test('rows are counted themselves: nothing is asked of them, since their place may not be named', async () => {
    const describe = jest.fn(async () => Promise.reject(new Error('names no path')));
    const rows = datasourceOf({ ...answering('file'), describe });
    expect(await listed({ what: 'field', role: 'calls', current: asked }, rows)).toEqual(['']);
    expect(describe).not.toHaveBeenCalled();
  });
});

test('the time with data is the newest quarter, against what was before it', async () => {
  const day = 86_400_000;
  const first = Date.UTC(2024, 2, 1);
  const timed = (days: number) => {
    const timeBounds = { from: first, to: first + days * day - 1 };
    return datasourceOf({ ...answering('file'), describe: async () => ({ fields: [], timeBounds }) });
  };
  const query = { what: 'time' as const, current: { connection: 'store', path: 'log.csv', timeField: 'time' } };
  expect(await listed(query, timed(40))).toEqual([
    `from=${first + 30 * day}&to=${first + 40 * day}&var-baseline_from=2024-03-01T00:00:00Z&var-baseline_to=2024-03-31T00:00:00Z`,
  ]);
  // No more than four weeks, and twelve before them.
  expect(await listed(query, timed(400))).toEqual([
    `from=${first + 372 * day}&to=${first + 400 * day}&var-baseline_from=2024-12-14T00:00:00Z&var-baseline_to=2025-03-08T00:00:00Z`,
  ]);
});

test('of a file without times there is no time with data, and a Prometheus has what is new', async () => {
  expect(await listed({ what: 'time', current: { path: 'log.csv' } }, datasourceOf(answering('file')))).toEqual(['']);
  expect(await listed({ what: 'time', current })).toEqual([
    'from=now-7d&to=now&var-baseline_from=now-28d&var-baseline_to=now-7d',
  ]);
});

test('values are asked for the selection and its field', async () => {
  await listed({ what: 'values', current, field: 'version' });
  expect(values).toHaveBeenLastCalledWith(current, 'version', null);
});

test('where the time of the dashboard has no values, those of all times are listed', async () => {
  const range = { from: { valueOf: () => 1 }, to: { valueOf: () => 2 } };
  const request = { targets: [{ refId: 'A', what: 'values', current, field: 'version' }], range };
  values.mockClear();
  values.mockResolvedValueOnce([]);
  const { data } = await lastValueFrom(
    new VariableSupport(datasource).query(request as unknown as DataQueryRequest<VariableQuery>)
  );
  expect(data).toEqual([
    { text: 'v1', value: 'v1' },
    { text: 'v2', value: 'v2' },
  ]);
  expect(values.mock.calls).toEqual([
    [current, 'version', { from: 1, to: 2 }],
    [current, 'version', null],
  ]);
});

test('a variable is made by picking what it lists', async () => {
  const onChange = jest.fn();
  function Editor() {
    const [query, setQuery] = useState<VariableQuery>({ refId: 'A' });
    const change = (changed: VariableQuery) => {
      onChange(changed);
      setQuery(changed);
    };
    return <VariableQueryEditor datasource={datasource} query={query} onChange={change} onRunQuery={jest.fn()} />;
  }
  const { container } = render(<Editor />);
  await user.click(screen.getByLabelText('Query type'));
  await user.click(await screen.findByRole('option', { name: /^Versions or segments/ }));
  await user.click(screen.getByLabelText('Values of'));
  await user.click(await screen.findByRole('option', { name: 'version' }));
  expect(onChange).toHaveBeenLastCalledWith({ refId: 'A', what: 'values', field: 'version' });
  expect(await accessibilityFaults(container)).toEqual([]);
});
