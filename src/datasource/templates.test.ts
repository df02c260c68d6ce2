import '../../tests/fixtures/panels/browser';
import { type DataSourceInstanceSettings, LoadingState } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import {
  CustomVariable,
  EmbeddedScene,
  type InterpolationFormatParameter,
  SceneCanvasText,
  sceneGraph,
  SceneVariableSet,
  TextBoxVariable,
} from '@grafana/scenes';
import { lastValueFrom } from 'rxjs';
import { DataSource } from './DataSource';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';

/** Grafana's own interpolation, as dashboards use it. */
const custom = (name: string, values: string[], value: string | string[], more = {}) =>
  new CustomVariable({
    ...{ name, query: values.map((one) => one.replace(/,/g, '\\,')).join(','), value, text: value },
    ...{ options: values.map((one) => ({ label: one, value: one })), isMulti: Array.isArray(value), ...more },
  });
const scene = new EmbeddedScene({
  $variables: new SceneVariableSet({
    variables: [
      custom('models', ['a', 'b'], ['a', 'b']),
      custom('quoted', ['x"y'], 'x"y'),
      custom('inject', ['UA" OR carrier:"AA'], 'UA" OR carrier:"AA'),
      custom('features', ['distance', 'carrier'], ['distance', 'carrier']),
      custom('allc', ['distance', 'carrier'], ['$__all'], { includeAll: true, allValue: '.*' }),
      custom('alln', ['distance', 'carrier'], ['$__all'], { includeAll: true }),
      custom('dollar', ['price$usd'], 'price$usd'),
      new TextBoxVariable({ name: 'box', value: '' }),
      custom('backslash', ['C:\\temp'], 'C:\\temp'),
    ],
  }),
  body: new SceneCanvasText({ text: 'x' }),
});
const template = {
  replace: (text = '', scoped?: object, format?: unknown) =>
    sceneGraph.interpolate(scene, text, scoped as never, format as InterpolationFormatParameter),
  getVariables: () => [
    { name: 'allc', type: 'custom', options: ['$__all', 'distance', 'carrier'].map((value) => ({ value })) },
  ],
  containsTemplate: () => true,
};

const connections = {
  files: { type: 'file', folder: '/x' },
  es: { type: 'elasticsearch', url: 'x' },
  prom: { type: 'prometheus', url: 'x' },
};
const settings = { uid: 'x', jsonData: { connections, defaultConnection: 'files' } };
let source: DataSource;

beforeAll(() => {
  scene.activate();
  setTemplateSrv(template as unknown as TemplateSrv);
  source = new DataSource(settings as unknown as DataSourceInstanceSettings<ModelwatchSettings>);
});

const fill = (query: object) => source.applyTemplateVariables({ refId: 'A', kind: 'drift', ...query }, {});

it.each([
  ['$models', 'es', '("a" OR "b")'],
  ['"$models"', 'files', '("a" OR "b")'],
  ['"$quoted"', 'files', '"x\\"y"'],
  ['"$inject"', 'es', '"UA\\" OR carrier:\\"AA"'],
  ['"$backslash"', 'files', '"C:\\\\temp"'],
  ['"$dollar"', 'files', '"price\\$usd"'],
  ['"$allc"', 'es', '*'],
  ['$alln', 'files', '("distance" OR "carrier")'],
])('a filter model:%s of %s is model:%s', (text, connection, filled) =>
  expect(fill({ current: { connection, query: `model:${text}` } }).current?.query).toBe(`model:${filled}`)
);

it.each([
  ['=~"$models"', '=~"(a|b)"'],
  ['="$models"', '=~"a|b"'],
  ['=~"$allc"', '=~".*"'],
])('matchers model%s are model%s', (text, filled) =>
  expect(fill({ current: { connection: 'prom', matchers: `model${text}` } }).current?.matchers).toBe(`model${filled}`)
);

it.each(['$features', '${features:csv}', '${features:raw}', '$allc', '${allc:regex}', '$alln'])(
  'a list takes each value of %s',
  (name) => {
    const { current, segmentBy } = fill({ current: { path: 'f', features: [{ name }] }, segmentBy: [name] });
    expect(current?.features).toEqual([{ name: 'distance' }, { name: 'carrier' }]);
    expect(segmentBy).toEqual(['distance', 'carrier']);
  }
);

it('the time zone is filled by a macro', () => expect(fill({ timezone: '${__timezone}' }).timezone).toMatch(/^\w+/));

describe('what can’t be filled', () => {
  const refused: ModelwatchQuery = { refId: 'B', kind: 'drift', current: { path: 'f', query: 'model:"$box"' } };

  it('is asked for, so that the panel says why, and stays as it is for the back end to refuse', () => {
    expect(source.filterQuery(refused)).toBe(true);
    expect(source.applyTemplateVariables(refused, {})).toBe(refused);
  });

  it('is an error of its own query', async () => {
    const answer = await lastValueFrom(
      source.query({ targets: [refused], range: { from: 0, to: 1 }, scopedVars: {} } as never)
    );
    expect(answer).toMatchObject({
      data: [],
      state: LoadingState.Error,
      errors: [{ refId: 'B', message: 'The variable "box" has no value, and "query" needs one. Choose a value.' }],
    });
  });
});

/** Rebuilt from public reports on other plugins; the address of each stands beside it. */
describe('as reported of other plugins', () => {
  const scoped = { models: { text: 'a', value: 'a' } };
  const filled = (query: object, scopedVars = {}) =>
    source.applyTemplateVariables({ refId: 'A', kind: 'drift', ...query }, scopedVars);

  it('a repeated panel asks for its own value, also where "All" is chosen (Altinity/clickhouse-grafana#712, grafana/clickhouse-datasource#86)', () => {
    expect(filled({ current: { path: 'f', query: 'model:($models)' } }, scoped).current?.query).toBe('model:("a")');
    const all = { alln: { text: 'carrier', value: 'carrier' } };
    expect(filled({ current: { path: 'f', query: 'x:$alln' } }, all).current?.query).toBe('x:"carrier"');
  });

  it('what looks like a comment or an operator inside a value is a value (grafana/grafana#69651)', () =>
    expect(
      filled({ current: { path: 'f', query: 'x:$models' } }, { models: { text: '', value: 'T--k && (W' } }).current
        ?.query
    ).toBe('x:"T--k && (W"'));

  it('a query that names no variable is left as it is (grafana/clickhouse-datasource#132)', () => {
    const query = 'x:"a\\"b" AND NOT y:[1 TO 2}   OR z:/re$/';
    expect(filled({ current: { path: 'f', query } }).current?.query).toBe(query);
  });

  it('brackets around a variable are no part of it (grafana/grafana-zabbix#805)', () =>
    expect(
      filled({ current: { path: 'f', features: [{ name: 'x', field: 'p_ts[_[[models]]_pctfree]' }] } }, scoped).current
        ?.features
    ).toEqual([{ name: 'x', field: 'p_ts[_a_pctfree]' }]));

  it('a value is matched whole, not as the beginning of another one (grafana/grafana-zabbix#210)', () =>
    expect(
      filled(
        { current: { connection: 'prom', matchers: 'host="$models"' } },
        { models: { text: '', value: 'Hyper.1' } }
      ).current?.matchers
    ).toBe('host="Hyper.1"'));

  it('a column is named by a variable (Altinity/clickhouse-grafana#37)', () =>
    expect(filled({ current: { path: 'f', query: '$dollar:1' } }).current?.query).toBe('price\\$usd:1'));

  it('a rule that is made from a panel has the values that the panel shows (grafana/grafana#37061)', () => {
    const query: ModelwatchQuery = { refId: 'A', kind: 'drift', current: { path: 'f', query: 'model:$models' } };
    const [rule] = source.interpolateVariablesInQueries([query], {});
    expect(rule.current?.query).toBe('model:("a" OR "b")');
  });

  it('hidden queries are not asked (grafana/grafana#14702)', () =>
    expect(source.filterQuery({ refId: 'A', kind: 'drift', hide: true, current: { path: 'f' } })).toBe(false));
});
