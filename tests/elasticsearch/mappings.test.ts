import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { noticeText } from '../../src/sources/Notice';
import { testServer, testServers } from './support/servers';
import { call, makeIndex } from './support/store';

const WEEK = 7 * 86_400_000;
const START = Date.UTC(2024, 0, 1);
const EACH = 600;
const range = { from: START + WEEK, to: START + 2 * WEEK };
const baseline = { kind: 'previous', offset: '7d' };
const keyword = { type: 'keyword' };

/** A week of documents and another, in which what is told of a document depends on the week. */
function weeks(fields: (i: number, isLater: boolean) => object): Array<Record<string, unknown>> {
  return Array.from({ length: 2 * EACH }, (_, i) => {
    const at = START + (i * 2 * WEEK) / (2 * EACH);
    return { at, ...fields(i % EACH, i >= EACH) };
  });
}

/** Mapped as people map them, not as the flights are. */
const properties = {
  at: { type: 'date' },
  'dotted.name': { type: 'double' },
  inner: { properties: { score: { type: 'integer' } } },
  parts: { type: 'nested', properties: { price: { type: 'double' }, kind: keyword } },
  half: { type: 'half_float' },
  seen: { type: 'date_nanos' },
  address: { type: 'ip' },
  said: keyword,
  note: { type: 'text' },
  place: { type: 'geo_point' },
  several: { type: 'long' },
  huge: { type: 'long' },
  unindexed: { type: 'double', doc_values: false },
};
const documents = weeks((i, isLater) => ({
  'dotted.name': (i % 50) + (isLater ? 10 : 0) + 0.5,
  inner: { score: i % 40 },
  parts: [
    { price: i % 30, kind: i % 2 ? 'x' : 'y' },
    { price: (i % 20) + 1, kind: isLater && i % 3 === 0 ? 'new' : 'z' },
  ],
  half: (i % 40) / 8,
  seen: START + i,
  address: `10.0.0.${i % 5}`,
  said: i % (isLater ? 5 : 2) === 0 ? 'true' : 'false',
  note: 'some words',
  place: { lat: 1, lon: 2 },
  several: [i % 4, 10 + (i % 5)],
  // Seven whole numbers of which doubles hold but four.
  huge: `900719925474099${3 + (i % 7)}`,
  unindexed: i % 9,
}));

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
  beforeAll(() => makeIndex(url, 'odd-mappings', properties, documents));

  async function drift(current: object): Promise<DriftResult> {
    const selection = { index: 'odd-mappings', timeField: 'at', ...current };
    const query = parseQuery({ kind: 'drift', current: selection, baseline });
    return (await evaluate(query, { range, now: Date.now(), connections })) as DriftResult;
  }

  it('compares what can be counted, whatever it is mapped as, and names what it leaves out and why', async () => {
    const { verdicts, notices } = await drift({});
    const found = new Map(
      verdicts.map(({ comparison, verdict }) => [comparison.feature, `${comparison.type} ${verdict}`])
    );
    expect(Object.fromEntries([...found].sort())).toMatchObject({
      'dotted.name': 'numeric drift',
      'inner.score': 'numeric no_drift',
      'parts.price': 'numeric no_drift',
      'parts.kind': 'categorical drift',
      half: 'numeric no_drift',
      address: 'categorical no_drift',
      said: 'boolean drift',
    });
    expect([...found.keys()].filter((name) => ['seen', 'note', 'place', 'unindexed', 'at'].includes(name))).toEqual([]);
    const said = notices.map(noticeText).join('\n');
    expect(said).toMatch(/times and identifiers have no drift: .*seen/);
    expect(said).toMatch(/their values can't be counted: note \(text without a keyword field\), unindexed \(double\)/);
    expect(said).toMatch(/several values, and each is counted: .*parts\.kind.*several|several.*parts\.kind/);
    // Single numbers of half precision are parted exactly.
    expect(said).not.toMatch(/approximate/);
  });

  it.each(['place', 'unindexed', 'parts'])('refuses %s by name, and says what to do', async (name) => {
    await expect(drift({ features: [{ name }] })).rejects.toThrow(
      new RegExp(
        `"${name}" of "odd-mappings", mapped as \\w+, holds nothing that can be counted: leave it out, or choose`
      )
    );
  });

  it('loses none of the whole numbers that doubles tell apart no more', async () => {
    const { verdicts } = await drift({ features: [{ name: 'huge', type: 'categorical' }] });
    const { baseline: before } = verdicts[0].comparison;
    expect(before).toMatchObject({ kind: 'categories', rest: 0 });
    expect(before.kind === 'categories' && [...before.byCategory.values()].reduce((a, b) => a + b, 0)).toBe(EACH);
  });
});

it('counts runtime fields of the mapping as any field', async () => {
  // OpenSearch has none.
  const { url } = testServer('Elasticsearch');
  const rows = weeks((i, isLater) => ({ weight: (i % 50) + (isLater ? 10 : 0) + 0.5, color: i % 3 ? 'red' : 'blue' }));
  await makeIndex(url, 'runtime-fields', { at: { type: 'date' } }, []);
  await call(url, 'PUT', '/runtime-fields/_mapping', {
    dynamic: false,
    runtime: { weight: { type: 'double' }, color: { type: 'keyword' } },
  });
  await call(
    url,
    'POST',
    '/runtime-fields/_bulk?refresh=true',
    rows.flatMap((row) => [{ index: {} }, row])
  );
  const query = parseQuery({ kind: 'drift', current: { index: 'runtime-fields', timeField: 'at' }, baseline });
  const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
  const { verdicts } = (await evaluate(query, { range, now: Date.now(), connections })) as DriftResult;
  const found = verdicts.map(({ comparison, verdict }) => `${comparison.feature} ${comparison.type} ${verdict}`);
  expect(found.sort()).toEqual(['color categorical no_drift', 'weight numeric drift']);
});

it('reads a data stream as an index', async () => {
  // The Elasticsearch that the tests start has none.
  const { url } = testServer('OpenSearch');
  await call(url, 'PUT', '/_index_template/odd-stream', {
    index_patterns: ['odd-stream'],
    data_stream: {},
    template: {
      settings: { number_of_replicas: 0 },
      mappings: { properties: { '@timestamp': { type: 'date' }, x: { type: 'double' } } },
    },
  });
  await call(url, 'DELETE', '/_data_stream/odd-stream').catch(() => undefined);
  const rows = weeks((i, isLater) => ({ x: (i % 50) + (isLater ? 10 : 0) }));
  const lines = rows.flatMap(({ at, x }) => [{ create: {} }, { '@timestamp': at, x }]);
  await call(url, 'POST', '/odd-stream/_bulk?refresh=true', lines);
  const query = parseQuery({ kind: 'drift', current: { index: 'odd-stream', timeField: '@timestamp' }, baseline });
  const connections = connectionsSchema.parse({ logs: { type: 'elasticsearch', url } });
  const { verdicts } = (await evaluate(query, { range, now: Date.now(), connections })) as DriftResult;
  expect(verdicts).toMatchObject([{ verdict: 'drift', comparison: { feature: 'x' } }]);
});
