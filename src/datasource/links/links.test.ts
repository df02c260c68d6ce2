import { type DataFrame, type DataLink, dateTime, FieldType, toDataFrame } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { ModelwatchQuery } from '../ModelwatchQuery';
import { exploreLink } from './exploreLink';
import { kibanaLink } from './kibanaLink';
import { luceneOf } from './luceneOf';
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
    expect(ask([{ name: 'distance', expr: 'sum(up)' }])).toMatchObject([{ expr: 'sum(up)' }]);
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

it('the features of tables with verdicts have the links, each for the row at hand', () => {
  config.exploreEnabled = true;
  const table = toDataFrame({
    refId: 'B',
    meta: { custom: { segmentBy: ['feature'] } },
    fields: [
      { name: 'time', type: FieldType.time, values: [FROM] },
      { name: 'time_end', type: FieldType.time, values: [TO] },
      { name: 'feature', type: FieldType.string, values: ['distance'] },
      { name: 'segment_feature', type: FieldType.string, values: ['x'] },
      { name: 'verdict', type: FieldType.string, values: ['drift'] },
    ],
  });
  const other = toDataFrame({ refId: 'B', fields: [{ name: 'feature', type: FieldType.string, values: ['x'] }] });
  const request = {
    targets: [{ refId: 'B', current: { index: 'log' } }],
    range: { from: dateTime(1), to: dateTime(2) },
  };
  const settings = { connections: { logs: { type: 'elasticsearch' } }, kibanaUrl: 'https://kibana' };
  const { data } = withLinks({ data: [table, other] }, request as never, { uid: 'mw', settings });
  const linksOf = (frame: DataFrame) => frame.fields.find(({ name }) => name === 'feature')?.config.links ?? [];
  const links: DataLink[] = linksOf(data[0] as DataFrame);
  expect(links.map(({ title, targetBlank }) => [title, targetBlank])).toEqual([
    ['Distribution in Explore', false],
    ['Documents in Kibana', true],
  ]);
  expect(linksOf(data[1] as DataFrame)).toEqual([]);
  const values: Record<string, string> = {
    'feature"': 'distance',
    'segment_feature"': 'x',
    'time"': String(FROM),
    'time_end"': '',
  };
  const replaceVariables = (text: string) => values[/\["(\w+")\]/.exec(text)?.[1] ?? ''] ?? text;
  const link = links[1].onBuildUrl?.({ origin: undefined, replaceVariables }) as string;
  expect(parameters(link)).toMatchObject({
    timeRange: { from: '2013-07-01T00:00:00.000Z', to: '1970-01-01T00:00:00.002Z' },
    query: { query: 'feature:"x"' },
    columns: ['distance'],
  });
});
