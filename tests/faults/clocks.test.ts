import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HealthAnswer, QueryAnswer } from '../../src/backend/tasks/Task';
import { outcomeOf, settingsOf } from './support';

const HOUR = 3_600_000;
/** Milliseconds by which the store's clock is ahead. */
let ahead = 0;
let server: http.Server;
let url: string;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    response.setHeader('Date', new Date(Date.now() + ahead).toUTCString());
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(answerTo(request.url ?? '')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A store in order, with nothing in it. */
function answerTo(path: string): unknown {
  if (path.startsWith('/api/v1')) {
    return { status: 'success', data: path.includes('query') ? { resultType: 'matrix', result: [] } : [] };
  }
  if (path.includes('_field_caps')) {
    return { indices: ['i'], fields: { t: { date: { type: 'date', searchable: true, aggregatable: true } } } };
  }
  return { version: { number: '8.19.0' } };
}

const QUERIES = {
  prometheus: {
    current: { features: [{ name: 'x', metric: 'x_total' }] },
    measures: [{ name: 'calls', expr: 'sum(increase(x_total[$__window]))' }],
  },
  elasticsearch: { current: { index: 'i', timeField: 't' }, measures: [{ name: 'calls', aggregate: 'count' }] },
};

describe.each(['prometheus', 'elasticsearch'] as const)('a store of the type %s', (type) => {
  const settings = () => settingsOf({ store: { type, url, timeout: '2s' } });
  const baseline = { kind: 'previous', offset: '1d' };

  it.each([
    [120_000, /clock of http:\/\/127.0.0.1:\d+ is 1[12]\d s ahead of/],
    [-3_600_000, /clock of http:\/\/127.0.0.1:\d+ is 3,(599|600|601) s behind/],
  ])('whose clock differs by %d ms is told of by queries and by the health check', async (ms, told) => {
    ahead = ms;
    const query = JSON.stringify({ kind: 'volume', format: 'alert', window: '1h', ...QUERIES[type], baseline });
    const range = { from: Date.now() - 2 * HOUR, to: Date.now() };
    const asked = await outcomeOf({ kind: 'query', settings: settings(), refId: 'A', query, ...range });
    const said =
      'failure' in asked
        ? asked.failure.message
        : Buffer.concat((asked.answer as QueryAnswer).frames.map((frame) => frame)).toString('latin1');
    expect(said).toMatch(told);
    const health = await outcomeOf({ kind: 'health', settings: settings() });
    expect((health as { answer: HealthAnswer }).answer.message).toMatch(told);
  });

  it('whose clock is right is told nothing of', async () => {
    ahead = 0;
    const health = await outcomeOf({ kind: 'health', settings: settings() });
    expect((health as { answer: HealthAnswer }).answer.message).not.toContain('clock');
  });
});

it("tells of a rule's range that ends in the future that Grafana's clock is ahead", async () => {
  ahead = 0;
  const query = JSON.stringify({
    kind: 'volume',
    format: 'alert',
    window: '1h',
    ...QUERIES.prometheus,
    baseline: { kind: 'previous', offset: '1d' },
  });
  const range = { from: Date.now() - 2 * HOUR, to: Date.now() + 60_000 };
  const settings = settingsOf({ store: { type: 'prometheus', url, timeout: '2s' } });
  const asked = await outcomeOf({ kind: 'query', settings, refId: 'A', query, forAlert: true, ...range });
  expect(
    JSON.stringify(asked, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
    )
  ).toMatch(/clock of Grafana is at least (59|60) s ahead/);
});
