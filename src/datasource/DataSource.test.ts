import { type DataQueryRequest, type DataSourceInstanceSettings, dateTime, type ScopedVars } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { parseQuery } from '../query/parseQuery';
import { withoutHostKeys } from '../query/withoutHostKeys';
import { DataSource } from './DataSource';
import { defaultQuery } from './defaultQuery';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';

const VARIABLES: Record<string, string | string[]> = {
  feature: ['distance', 'carrier'],
  window: '7d',
  version: '',
  label: '',
  prediction: 'prediction',
  classes: ['late', 'on_time'],
};

/** As much of Grafana's template service as a data source uses. */
const templates = {
  replace: (text = '', scoped: ScopedVars = {}, format?: string | ((value: string | string[]) => string)) =>
    text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
      const value = (scoped[name]?.value as string | undefined) ?? VARIABLES[name];
      if (value === undefined) {
        return whole;
      }
      return typeof format === 'function' ? format(value) : String(value);
    }),
} as TemplateSrv;

const source = new DataSource({ uid: 'x', jsonData: {} } as DataSourceInstanceSettings<ModelwatchSettings>);
const query: ModelwatchQuery = { refId: 'A', ...defaultQuery(), current: { path: 'flights.parquet' } };

beforeAll(() => setTemplateSrv(templates));

test('sends only queries that say where their data is', () => {
  expect(source.filterQuery(query)).toBe(true);
  expect(source.filterQuery({ ...query, hide: true })).toBe(false);
  expect(source.filterQuery({ refId: 'A', ...defaultQuery() })).toBe(false);
  expect(source.filterQuery({ refId: 'A', kind: 'drift', current: { connection: 'files', timeField: 'time' } })).toBe(
    false
  );
  expect(source.filterQuery({ refId: 'A', current: { features: [{ name: 'x', expr: 'up' }] } })).toBe(true);
});

test('sends no query of another data source, even where a Prometheus needs nothing but its name', async () => {
  const settings = {
    uid: 'x',
    jsonData: { version: 1, connections: { m: { type: 'prometheus' } }, defaultConnection: 'm' },
  };
  const metrics = new DataSource(settings as unknown as DataSourceInstanceSettings<ModelwatchSettings>);
  expect(metrics.filterQuery({ refId: 'A', ...defaultQuery() })).toBe(true);
  const others = [
    { refId: 'A', expr: 'sum(rate($version[5m]))', range: true },
    { refId: 'B', query: 'service:a', metrics: [], bucketAggs: [] },
  ] as unknown as ModelwatchQuery[];
  expect(others.filter((query) => metrics.filterQuery(query))).toEqual([]);
  const range = { from: dateTime(0), to: dateTime(1) };
  const request = { targets: others, scopedVars: {}, range } as unknown as DataQueryRequest<ModelwatchQuery>;
  expect(await lastValueFrom(metrics.query(request))).toEqual({ data: [] });
});

test('replaces template variables, those of the panel before those of the dashboard', () => {
  const asked = { ...query, window: '$window', current: { path: '$file.csv', features: [{ name: '$feature' }] } };
  expect(source.applyTemplateVariables(asked, { file: { text: 'log', value: 'log' } })).toEqual({
    ...query,
    window: '7d',
    current: { path: 'log.csv', features: [{ name: 'distance' }, { name: 'carrier' }] },
  });
});

test('asks for each value of a variable, within its entry', () => {
  const measures = [{ name: '$classes', aggregate: 'count', query: '$prediction:"$classes"' }];
  expect(source.applyTemplateVariables({ ...query, kind: 'volume', measures }, {}).measures).toEqual([
    { name: 'late', aggregate: 'count', query: 'prediction:"late"' },
    { name: 'on_time', aggregate: 'count', query: 'prediction:"on_time"' },
  ]);
});

test.each<Partial<ModelwatchQuery>>([
  { kind: 'versions', feature: { name: '$version' } },
  { current: { path: 'log.csv', features: [{ name: '$label' }] } },
  { baseline: { kind: 'selection', features: [{ name: 'class', field: '$label' }] } },
  { kind: 'volume', measures: [{ name: 'late', aggregate: 'count', query: '$label:late' }] },
])('does not ask about everything where the variable that names it has no value: %j', (asked) => {
  expect(source.filterQuery({ ...query, ...asked })).toBe(false);
  const filled = JSON.parse(JSON.stringify(asked).replace(/\$(version|label)/g, 'x')) as Partial<ModelwatchQuery>;
  expect(source.filterQuery({ ...query, ...filled })).toBe(true);
});

test('what is told apart by a variable without a value is not told apart', () => {
  const asked = { ...query, segmentBy: ['$version'], current: { path: 'log.csv', timeField: '$label' } };
  expect(source.filterQuery(asked)).toBe(true);
  expect(source.applyTemplateVariables(asked, {})).toEqual({ ...query, segmentBy: [], current: { path: 'log.csv' } });
});

test.each([
  { kind: 'quality', current: { path: 'log.csv' } },
  {
    kind: 'volume',
    measures: [{ name: 'calls', expr: 'up' }],
    baseline: { kind: 'previous', offset: '1d' },
    current: {},
  },
])('sends a query of the kind $kind as it was stored, so that the back end takes it', (stored) => {
  const sent = source.applyTemplateVariables({ refId: 'A', ...stored } as unknown as ModelwatchQuery, {});
  expect(sent).not.toHaveProperty('tests');
  expect('baseline' in sent).toBe('baseline' in stored);
  expect(parseQuery(withoutHostKeys(sent))).toMatchObject(stored);
});

test('annotations ask for annotations, whatever was stored', () => {
  const { annotations } = source;
  expect(annotations.getDefaultQuery?.()).toMatchObject({ kind: 'drift', format: 'annotations' });
  expect(annotations.prepareQuery?.({ name: 'a', enable: true, iconColor: 'red', target: query })).toEqual({
    ...query,
    format: 'annotations',
  });
  expect(annotations.prepareQuery?.({ name: 'a', enable: true, iconColor: 'red' })).toBeUndefined();
  const kindOf = (kind: ModelwatchQuery['kind']) =>
    annotations.prepareQuery?.({ name: 'a', enable: true, iconColor: 'red', target: { ...query, kind } })?.kind;
  expect(['quality', 'volume', 'versions', 'distribution'].map((kind) => kindOf(kind as 'quality'))).toEqual([
    'quality',
    'volume',
    'versions',
    'drift',
  ]);
});

test('leaves the health check to the back end', () => {
  expect(Object.hasOwn(DataSource.prototype, 'testDatasource')).toBe(false);
});

describe('of a connection that a variable names', () => {
  const connections = { own: { type: 'prometheus' }, rows: { type: 'file', folder: '/data' } };
  const settings = { uid: 'x', jsonData: { version: 1, connections } };
  const both = new DataSource(settings as unknown as DataSourceInstanceSettings<ModelwatchSettings>);
  const expr = 'sum(increase(${calls}{$version}[$__window]))';
  const counted: ModelwatchQuery = {
    ...{ refId: 'A', kind: 'volume', current: { connection: '$store', path: '$file.csv' } },
    measures: [{ name: 'calls', aggregate: 'count', expr }],
  };
  const of = (store: string, calls: string) => ({
    store: { text: '', value: store },
    calls: { text: '', value: calls },
  });

  test('only what its store reads is filled, and may lack a value elsewhere', () => {
    expect(both.applyTemplateVariables(counted, of('rows', '')).measures).toEqual([
      { name: 'calls', aggregate: 'count' },
    ]);
    expect(both.applyTemplateVariables(counted, of('own', 'calls_total')).measures).toEqual([
      { name: 'calls', expr: 'sum(increase(calls_total{}[$__window]))' },
    ]);
    expect(both.applyTemplateVariables(counted, of('own', '')).measures).toEqual([]);
  });
});
