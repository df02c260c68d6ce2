import '../../../tests/fixtures/panels/browser';
import {
  applyFieldOverrides,
  createTheme,
  type DataFrame,
  dateTime,
  FieldType,
  locationUtil,
  MappingType,
  standardFieldConfigEditorRegistry,
  toDataFrame,
  type ValueMapping,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { EmbeddedScene, type InterpolationFormatParameter, SceneCanvasText, sceneGraph } from '@grafana/scenes';
import { initRegistries } from '../../../preview/host/services/registries';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import { exploreLink } from './exploreLink';
import { kibanaLink } from './kibanaLink';
import { luceneOf } from '../../query/luceneOf';
import type { LinkSettings } from './LinkSettings';
import { placesOf } from './placesOf';
import { withLinks } from './withLinks';

const FROM = Date.UTC(2013, 6, 1);
const TO = Date.UTC(2013, 6, 8);
const ROW = { feature: 'distance', segment: { origin: 'JFK' }, from: FROM, to: TO };

const parameters = (link: string | null) => JSON.parse(new URL(link ?? '').searchParams.get('p') ?? '') as unknown;
const panes = (link: string) =>
  (
    JSON.parse(new URL(link, 'http://grafana').searchParams.get('panes') ?? '') as {
      modelwatch: Record<string, unknown>;
    }
  ).modelwatch;

describe('a link to Kibana', () => {
  const documents = {
    index: 'flights-*',
    timeField: '@timestamp',
    query: 'model:"a b"',
    columns: ['distance'],
    from: FROM,
    to: TO,
  };

  it('carries index, time and filter', () => {
    const link = kibanaLink('https://kibana.example.com/s/models/', documents);
    expect(link).toMatch(/^https:\/\/kibana\.example\.com\/s\/models\/app\/r\?l=DISCOVER_APP_LOCATOR&v=8\.3\.0&p=/);
    expect(parameters(link)).toEqual({
      dataViewSpec: { title: 'flights-*', allowNoIndex: true, timeFieldName: '@timestamp' },
      timeRange: { from: '2013-07-01T00:00:00.000Z', to: '2013-07-08T00:00:00.000Z', mode: 'absolute' },
      query: { language: 'lucene', query: 'model:"a b"' },
      columns: ['distance'],
      filters: [],
    });
  });

  it('has nothing in it that Grafana would take for a variable, or the browser for the end of a parameter', () => {
    const link = kibanaLink('https://kibana', { ...documents, query: 'a:${b} && c:#d' }) ?? '';
    expect(link).not.toMatch(/[${}#" ]/);
    expect(link.match(/&/g)).toHaveLength(2);
    expect(parameters(link)).toMatchObject({ query: { query: 'a:${b} && c:#d' } });
  });

  it.each(['', 'kibana', 'javascript:alert(1)', 'https://'])('is none where "%s" is no address', (base) =>
    expect(kibanaLink(base, documents)).toBeNull()
  );
});

it.each([
  ['model:a OR model:b', { origin: 'JFK' }, '(model:a OR model:b) AND origin:"JFK"'],
  ['model:a', {}, 'model:a'],
  ['  ', { 'cluster name': 'a "b"\\' }, 'cluster\\ name:"a \\"b\\"\\\\"'],
  [undefined, {}, undefined],
  [
    undefined,
    { 'app_kubernetes_io/part-of': 'team', 'a[0]': 'x', '*': 'q' },
    'app_kubernetes_io\\/part\\-of:"team" AND a\\[0\\]:"x" AND \\*:"q"',
  ],
])('Lucene of %p and %p', (query, segment, text) => expect(luceneOf(query, segment)).toBe(text));

it('a link to Explore holds the query and whole milliseconds', () => {
  const query = { refId: 'A', datasource: { uid: 'x' } };
  expect(panes(exploreLink(query, 1.5, 3))).toEqual({
    datasource: 'x',
    queries: [query],
    range: { from: '2', to: '3' },
  });
});

describe('where the rows of a query lead', () => {
  const query: ModelwatchQuery = {
    refId: 'B',
    kind: 'drift',
    segmentBy: ['origin'],
    baseline: { kind: 'previous', offset: '7d' },
    current: {
      connection: 'logs',
      index: 'flights-*',
      timeField: 'time',
      query: 'model:delay',
      features: [{ name: 'distance', field: 'in.distance' }],
    },
  };
  const places = (settings: LinkSettings, asked = query, canExplore = true) =>
    Object.fromEntries(
      placesOf(asked, { uid: 'mw', settings, canExplore }).map(({ title, address }) => [title, address(ROW)])
    );
  const elastic = { type: 'elasticsearch', grafanaUid: 'es' };

  it('documents of Elasticsearch', () => {
    const found = places({ connections: { logs: elastic }, kibanaUrl: 'https://kibana' });
    expect(Object.keys(found)).toEqual(['Distribution in Explore', 'Documents in Explore', 'Documents in Kibana']);
    expect(panes(found['Documents in Explore'])).toMatchObject({
      datasource: 'es',
      queries: [{ query: '(model:delay) AND origin:"JFK"', timeField: 'time', metrics: [{ type: 'raw_data' }] }],
      range: { from: String(FROM), to: String(TO) },
    });
    expect(parameters(found['Documents in Kibana'])).toMatchObject({
      dataViewSpec: { title: 'flights-*' },
      query: { query: '(model:delay) AND origin:"JFK"' },
      columns: ['in.distance', 'origin'],
    });
    expect(panes(found['Distribution in Explore']).queries).toEqual([
      expect.objectContaining({
        kind: 'distribution',
        window: 'range',
        baseline: query.baseline,
        current: query.current,
      }),
    ]);
  });

  it('series of Prometheus', () => {
    const metrics = { connections: { metrics: { type: 'prometheus', grafanaUid: 'prom' } } };
    const ask = (features: NonNullable<ModelwatchQuery['current']>['features']) =>
      panes(places(metrics, { ...query, current: { matchers: 'model="delay"', features } })['Series in Explore'])
        .queries;
    expect(ask([{ name: 'distance', metric: 'flight_distance' }])).toMatchObject([
      { expr: '{__name__=~"flight_distance(_bucket|_count|_sum|_total)?", model="delay", origin="JFK"}' },
    ]);
    expect(ask([{ name: 'distance', metric: 'http.server', matchers: 'origin=~"J.*",env!="x"' }])).toMatchObject([
      { expr: '{__name__=~"http\\\\.server(_bucket|_count|_sum|_total)?", model="delay", env!="x", origin="JFK"}' },
    ]);
    expect(ask([{ name: 'distance', expr: 'sum(up)' }])).toMatchObject([{ expr: 'sum(up)' }]);
  });

  it('labels of Prometheus 3’s wider alphabet are quoted', () => {
    const settings = { connections: { metrics: { type: 'prometheus', grafanaUid: 'prom' } } };
    const [, series] = placesOf(
      { ...query, current: { features: [{ name: 'distance' }] } },
      { uid: 'mw', settings, canExplore: true }
    );
    expect(panes(series.address({ ...ROW, segment: { 'labels.version': 'v1"x\\y' } })).queries).toMatchObject([
      { expr: '{__name__=~"distance(_bucket|_count|_sum|_total)?", "labels.version"="v1\\"x\\\\y"}' },
    ]);
  });

  it('nowhere but to the distribution where the store is not in Grafana, and not even there without Explore', () => {
    const files = { connections: { files: { type: 'file' } }, kibanaUrl: 'https://kibana' };
    const asked = { ...query, current: { path: 'log.csv' } };
    expect(Object.keys(places(files, asked))).toEqual(['Distribution in Explore']);
    expect(places(files, asked, false)).toEqual({});
    expect(Object.keys(places({ connections: { logs: { type: 'elasticsearch' } } }))).toEqual([
      'Distribution in Explore',
    ]);
  });
});

describe('the features of tables with verdicts have the links', () => {
  const NAMES = [
    '5',
    'labels.version',
    '"quoted"',
    'brace}x',
    "it's",
    'Ümläut',
    'region/zone',
    'a[0]',
    'back\\slash',
    'feature',
  ];
  const columnOf = (name: string) => (name === 'feature' ? 'segment_feature' : name);
  const scene = new EmbeddedScene({ body: new SceneCanvasText({ text: 'x' }) });

  beforeAll(() => {
    initRegistries();
    locationUtil.initialize({
      config: { appSubUrl: '' } as never,
      getVariablesUrlParams: () => ({}),
      getTimeRangeForUrl: () => ({}) as never,
    });
    config.exploreEnabled = true;
    scene.activate();
  });

  /** Two rows of one feature and window, and one of another; everything that can be mapped is. */
  function linksOf(mappings: ValueMapping[], transformed: (frame: DataFrame) => DataFrame = (frame) => frame) {
    const mapped = { displayName: 'Shown otherwise', mappings };
    const table = toDataFrame({
      refId: 'A',
      meta: { custom: { segmentBy: NAMES } },
      fields: [
        { name: 'time', type: FieldType.time, values: [FROM, FROM, FROM] },
        { name: 'time_end', type: FieldType.time, values: [TO, TO, TO] },
        { name: 'feature', type: FieldType.string, values: ['other', 'distance', 'distance'], config: mapped },
        ...NAMES.map((name, index) => ({
          name: columnOf(name),
          type: FieldType.string,
          values: ['x', `a${index} & "x" \\ $v`, 'JFK'],
          config: mapped,
        })),
        { name: 'verdict', type: FieldType.string, values: ['drift', 'drift', 'drift'] },
      ],
    });
    const current = { connection: 'logs', index: 'i', features: [{ name: 'distance', field: 'in.distance' }] };
    const request = { targets: [{ refId: 'A', current }], range: { from: dateTime(1), to: dateTime(2) } };
    const settings = { connections: { logs: { type: 'elasticsearch' } }, kibanaUrl: 'https://kibana' };
    const { data } = withLinks({ data: [table] }, request as never, { uid: 'mw', settings });
    const [frame] = applyFieldOverrides({
      data: [transformed(data[0] as DataFrame)],
      fieldConfig: { defaults: {}, overrides: [] },
      theme: createTheme(),
      replaceVariables: (text, scopedVars, format) =>
        sceneGraph.interpolate(scene, text, scopedVars, format as InterpolationFormatParameter),
      fieldConfigRegistry: standardFieldConfigEditorRegistry,
    });
    return frame;
  }
  const at = (frame: DataFrame, row: number) => {
    const links = frame.fields.find(({ name }) => name === 'feature')?.getLinks?.({ valueRowIndex: row }) ?? [];
    return { titles: links.map(({ title }) => title), href: links.map(({ href }) => href) };
  };
  const MAPPED: ValueMapping[] = [
    { type: MappingType.ValueToText, options: { distance: { text: 'Distance (miles)' }, JFK: { text: 'Kennedy' } } },
  ];
  const fieldOf = (name: string) => luceneOf(undefined, { [name]: '' })?.slice(0, -3) ?? '';
  const lucene = (value: (index: number) => string) =>
    NAMES.map((name, index) => `${fieldOf(name)}:${JSON.stringify(value(index))}`).join(' AND ');

  it.each([
    ['as they are', []],
    ['mapped to other texts', MAPPED],
  ])('with the values that are stored, shown %s', (_, mappings) => {
    const frame = linksOf(mappings);
    const { titles, href } = at(frame, 1);
    expect(titles).toEqual(['Distribution in Explore', 'Documents in Kibana']);
    expect(panes(href[0]).queries).toMatchObject([
      { current: { features: [{ name: 'distance', field: 'in.distance' }] } },
    ]);
    expect(parameters(href[1])).toMatchObject({
      timeRange: { from: '2013-07-01T00:00:00.000Z', to: '2013-07-08T00:00:00.000Z' },
      query: { query: lucene((index) => `a${index} & "x" \\ $v`) },
      columns: expect.arrayContaining(['in.distance']) as string[],
    });
    expect(parameters(at(frame, 2).href[1])).toMatchObject({ query: { query: lucene(() => 'JFK') } });
  });

  it('after rows were sorted and columns moved', () => {
    const frame = linksOf(MAPPED, ({ fields, ...rest }) => ({
      ...rest,
      fields: fields.toReversed().map((field) => ({ ...field, values: field.values.toReversed() })),
    }));
    expect(parameters(at(frame, 0).href[1])).toMatchObject({ query: { query: lucene(() => 'JFK') } });
  });

  it('what is shown alike is not told apart: the link leads to all of it', () => {
    const alike: ValueMapping[] = [
      { type: MappingType.RegexToText, options: { pattern: '.*', result: { text: 'y' } } },
    ];
    const { href } = at(linksOf(alike), 1);
    expect(parameters(href[1])).toMatchObject({
      query: { query: '' },
      columns: expect.arrayContaining(['in.distance']) as string[],
    });
  });

  it('other tables have none', () => {
    const other = toDataFrame({ refId: 'A', fields: [{ name: 'feature', type: FieldType.string, values: ['x'] }] });
    const request = { targets: [{ refId: 'A' }], range: { from: dateTime(1), to: dateTime(2) } };
    const { data } = withLinks({ data: [other] }, request as never, { uid: 'mw', settings: {} });
    expect((data[0] as DataFrame).fields[0].config.links).toBeUndefined();
  });
});
