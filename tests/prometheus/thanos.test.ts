import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { Result } from '../../src/evaluate/Result';
import { noticeText } from '../../src/sources/Notice';
import { parseQuery } from '../../src/query/parseQuery';
import { drift, severitiesOf, volume } from '../field/support/askPrometheus';
import { FaultyProxy } from '../support/FaultyProxy';
import { JULY } from './support/flights';
import { testServers } from './support/servers';

/** As a Thanos querier (main of August 2026, two sidecars) said of a good answer while one of its stores was down. */
const WARNING =
  'fetch series for {cluster="b", prometheus_replica="r0"} Addr: 127.0.0.1:10901 MinTime: 1707264030000 MaxTime: 9223372036854775807: rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:10901: connect: connection refused"';
/** And where partial answers were refused. */
const REFUSAL = {
  status: 'error',
  errorType: 'execution',
  error: `expanding series: proxy Series(): ${WARNING}`,
};

const DAY = 86_400_000;
const range = { from: JULY.to - DAY, to: JULY.to };
const feature = { name: 'distance', metric: 'flight_distance_miles' };
const questions = [
  ['drift', drift(feature)],
  [
    'quality',
    {
      kind: 'quality',
      current: { connection: 'p', features: [feature] },
      baseline: { kind: 'previous', offset: '1d' },
    },
  ],
  ['volume', volume('sum(increase(flight_distance_miles_count[$__window]))', { window: '1d' })],
] as const;

describe.each(testServers())('behind it $name', ({ url }) => {
  let proxy: FaultyProxy;
  beforeAll(async () => {
    proxy = await FaultyProxy.start(url);
  });
  afterAll(() => proxy.stop());
  afterEach(() => {
    proxy.edit = (text) => text;
    proxy.fault = { kind: 'none' };
    proxy.seen.length = 0;
  });
  const ask = (query: Record<string, unknown>, thanos?: Record<string, unknown>): Promise<Result> =>
    evaluate(parseQuery(query), {
      range,
      now: range.to,
      connections: connectionsSchema.parse({ p: { type: 'prometheus', url: proxy.url, ...(thanos && { thanos }) } }),
    });
  const sent = () => proxy.seen.map(({ body }) => new URLSearchParams(body)).filter((form) => form.has('query'));

  it.each(questions)(
    '%s: asks for samples that fit the window, and for no more than the connection says',
    async (_, query) => {
      await ask(query);
      expect(sent().length).toBeGreaterThan(1);
      for (const form of sent()) {
        // A thirtieth of a day, and of an hour where quality cuts it into hours; a step may be as long as the day.
        expect(['2880s', '120s']).toContain(form.get('max_source_resolution'));
        expect(form.has('partial_response') || form.has('dedup')).toBe(false);
      }
    }
  );

  it.each(questions)(
    '%s: refuses partial answers and keeps replicas apart where the connection says so',
    async (_, query) => {
      await ask(query, { partialResponse: false, dedup: false });
      for (const form of sent()) {
        expect([form.get('partial_response'), form.get('dedup')]).toEqual(['false', 'false']);
      }
    }
  );

  it.each(questions)('%s: has no verdict from an answer that lacks a store, with its warning', async (_, query) => {
    proxy.edit = (text) =>
      Buffer.from(JSON.stringify({ ...(JSON.parse(text.toString()) as object), warnings: [WARNING] }));
    const result = await ask(query);
    const all = result.kind === 'quality' ? result.verdicts.map(({ severity }) => severity) : severitiesOf(result);
    expect(all.length).toBeGreaterThan(0);
    expect(all.every((severity) => severity === null)).toBe(true);
    expect(result.notices.map(noticeText).join('\n')).toContain(WARNING);
  });

  it('says in the words of the store why it refuses', async () => {
    proxy.fault = {
      kind: 'answer',
      status: 422,
      body: JSON.stringify(REFUSAL),
      headers: { 'Content-Type': 'application/json' },
    };
    await expect(ask(drift(feature), { partialResponse: false })).rejects.toThrow(
      /can't evaluate the query .*cluster=/
    );
  });
});
