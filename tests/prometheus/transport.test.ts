import fs from 'node:fs';
import path from 'node:path';
import { prometheusConnectionSchema } from '../../src/sources/prometheus/connection';
import { PrometheusSource } from '../../src/sources/prometheus/PrometheusSource';
import type { ConnectionContext } from '../../src/sources/transport/ConnectionContext';
import { type Certificates, makeCertificates } from '../support/certificates';
import { FaultyProxy, type Fault } from '../support/FaultyProxy';
import { FEBRUARY } from './support/flights';
import { testServers } from './support/servers';
import { ask } from './support/sourceAt';
import { type StartedServer, startServer } from './support/startServer';

const FOLDER = path.resolve(__dirname, '../../.cache/prometheus/transport');
const PASSWORD = 'swordfish';
/** bcrypt of PASSWORD. */
const HASH = '$2b$04$abcdefghijklmnopqrstuugIEnm3ZbWF6xb2GcoE3L1CoGJFMKtu.';

function open(connection: Record<string, unknown>, context: Partial<ConnectionContext> = {}): PrometheusSource {
  return new PrometheusSource(prometheusConnectionSchema.parse({ type: 'prometheus', ...connection }), {
    name: 'metrics',
    ...context,
  });
}

const distance = {
  features: [{ name: 'distance', metric: 'flight_distance_miles' }],
  windows: [{ from: FEBRUARY.from, to: FEBRUARY.from + 7 * 86_400_000 }],
};

async function failure(work: Promise<unknown>): Promise<{ message: string; status: number; side: string }> {
  try {
    await work;
  } catch (error) {
    const { message, options } = error as { message: string; options?: { status: number; side: string } };
    return { message, status: options?.status ?? 0, side: options?.side ?? (error as Error).name };
  }
  throw new Error('It did not fail.');
}

describe('a faulty way to the store', () => {
  const [{ url }] = testServers();
  let proxy: FaultyProxy;
  beforeAll(async () => {
    proxy = await FaultyProxy.start(url);
  });
  afterAll(() => proxy.stop());

  const fail = (fault: Fault, connection: Record<string, unknown> = {}) => {
    proxy.fault = fault;
    return failure(ask(open({ url: proxy.url, ...connection }), distance));
  };

  it('answers where there is no fault', async () => {
    proxy.fault = { kind: 'none' };
    const { cells } = await ask(open({ url: proxy.url }), distance);
    expect(cells).toHaveLength(1);
  });

  it.each<[string, Fault, number, RegExp]>([
    ['half an answer', { kind: 'cut' }, 502, /broke the connection off|broken off/],
    ['a closed connection', { kind: 'hang up' }, 502, /broken off before the whole answer/],
    ['a damaged answer', { kind: 'corrupt' }, 502, /not with JSON/],
    ['a login page', { kind: 'answer', status: 200, body: '<html>Log in</html>' }, 502, /not with JSON.*login page/],
    [
      'a redirect',
      { kind: 'answer', status: 302, body: '', headers: { Location: '/login' } },
      502,
      /redirects elsewhere/,
    ],
    ['a wrong address', { kind: 'answer', status: 404, body: 'not found' }, 404, /no Prometheus API at this address/],
    ['no right to ask', { kind: 'answer', status: 401, body: '' }, 401, /denied access.*credentials/],
    [
      'a broken gateway',
      { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' },
      502,
      /failed \(status 502\)/,
    ],
    ['too many requests', { kind: 'answer', status: 429, body: '' }, 429, /rate limit/],
    [
      "an error in the store's own words",
      { kind: 'answer', status: 503, body: '{"status":"error","errorType":"internal","error":"TSDB not ready"}' },
      502,
      /failed \("TSDB not ready"\)/,
    ],
    [
      'a query that takes too long in the store',
      { kind: 'answer', status: 503, body: '{"status":"error","errorType":"timeout","error":"query timed out"}' },
      504,
      /ran out of time: "query timed out"/,
    ],
    [
      'an answer of another kind',
      { kind: 'answer', status: 200, body: '{"status":"success","data":[]}' },
      400,
      /answers with a undefined|where a matrix was asked/,
    ],
  ])('says what %s means', async (_, fault, status, words) => {
    const { message, ...options } = await fail(fault);
    expect(message).toMatch(words);
    expect(options).toEqual({ status, side: 'downstream' });
  });

  it('gives up after the timeout of the connection', async () => {
    const begun = Date.now();
    const { message, status } = await fail({ kind: 'delay', milliseconds: 5000 }, { timeout: '200ms' });
    expect(message).toMatch(/did not answer within 200ms.*increase the "timeout"/);
    expect(status).toBe(504);
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  it('stops when the caller does, which is no fault of the store', async () => {
    proxy.fault = { kind: 'delay', milliseconds: 5000 };
    const plan = open({ url: proxy.url }).plan({
      selection: {},
      features: [{ name: 'flight_distance_miles', type: 'numeric' }],
      windows: distance.windows,
      segmentBy: [],
    });
    const aborter = new AbortController();
    setTimeout(() => aborter.abort(), 100);
    const { side } = await failure(
      'unsupported' in plan ? Promise.resolve() : plan.execute({ signal: aborter.signal })
    );
    expect(side).toBe('AbortError');
  });

  it('says that nothing listens, or that the host is unknown', async () => {
    const nobody = await FaultyProxy.start(url);
    const address = nobody.url;
    await nobody.stop();
    expect(await failure(ask(open({ url: address }), distance))).toEqual({
      message: expect.stringMatching(/can't be reached: nothing listens there.*ECONNREFUSED/),
      status: 502,
      side: 'downstream',
    });
    expect((await open({ url: address }).check({})).ok).toBe(false);
  });

  it('asks for smaller parts where the store refuses as too much, and then gives up with its words', async () => {
    const refusal = {
      kind: 'answer',
      status: 422,
      body: '{"status":"error","errorType":"execution","error":"query processing would load too many samples into memory in query execution"}',
    } as const;
    const { message, status } = await fail(refusal);
    expect(message).toMatch(/won't load that much at once.*too many samples/);
    expect(status).toBe(422);
  });
});

describe('a Prometheus with TLS, passwords and client certificates', () => {
  let certificates: Certificates;
  let server: StartedServer;

  beforeAll(async () => {
    fs.rmSync(FOLDER, { recursive: true, force: true });
    certificates = makeCertificates(path.join(FOLDER, 'certificates'));
    const web = path.join(FOLDER, 'web.yml');
    fs.writeFileSync(
      web,
      [
        'tls_server_config:',
        `  cert_file: ${certificates.server.cert}`,
        `  key_file: ${certificates.server.key}`,
        '  client_auth_type: VerifyClientCertIfGiven',
        `  client_ca_file: ${certificates.authority}`,
        `basic_auth_users: {reader: ${HASH}}`,
      ].join('\n')
    );
    fs.mkdirSync(path.join(FOLDER, 'data'));
    server = await startServer(testServers()[0].program, path.join(FOLDER, 'data'), { web });
  });
  afterAll(() => server.stop());

  const secrets = { 'metrics.password': PASSWORD };
  const tls = () => ({ caFile: certificates.authority });
  const check = (connection: Record<string, unknown>, context?: Partial<ConnectionContext>) =>
    open({ url: server.url, username: 'reader', ...connection }, context).check({});

  it('is read with its authority and a password', async () => {
    expect(await check({ tls: tls() }, { secrets })).toEqual({ ok: true, message: expect.stringMatching(/answers/) });
    const ca = fs.readFileSync(certificates.authority, 'utf8');
    expect(await check({ tls: { ca } }, { secrets })).toMatchObject({ ok: true });
    expect(await check({ tls: { skipVerify: true } }, { secrets })).toMatchObject({ ok: true });
    const environment = { PROMETHEUS_PASSWORD: PASSWORD };
    expect(await check({ tls: tls(), passwordEnv: 'PROMETHEUS_PASSWORD' }, { environment })).toMatchObject({
      ok: true,
    });
  });

  it('is read with a client certificate, its key in a file or among the secrets', async () => {
    const { cert, key } = certificates.client;
    expect(await check({ tls: { ...tls(), certFile: cert, keyFile: key } }, { secrets })).toMatchObject({ ok: true });
    const stored = { ...secrets, 'metrics.tlsKey': fs.readFileSync(key, 'utf8') };
    expect(await check({ tls: { ...tls(), certFile: cert } }, { secrets: stored })).toMatchObject({ ok: true });
  });

  it('is refused with a wrong password, of which nothing is shown', async () => {
    const { ok, message } = await check({ tls: tls() }, { secrets: { 'metrics.password': 'open sesame' } });
    expect(ok).toBe(false);
    expect(message).toMatch(/denied access/);
    expect(message).not.toMatch(/sesame|reader/);
  });

  it('is refused where its authority is unknown', async () => {
    const { ok, message } = await check({}, { secrets });
    expect(ok).toBe(false);
    expect(message).toMatch(/certificate.*tls\.ca/);
  });

  it('says which half of the settings is missing', () => {
    expect(() => open({ url: server.url, username: 'reader' })).toThrow(
      /no password: store it as the secret "metrics.password"/
    );
    expect(() => open({ url: server.url, tls: { certFile: certificates.client.cert } })).toThrow(/no private key/);
    expect(() => open({ url: server.url, tls: { caFile: '/nowhere.pem' } })).toThrow(/caFile.*ENOENT/);
    const variable = { url: server.url, username: 'reader', passwordEnv: 'NOT_SET' };
    expect(() => open(variable, { environment: {} })).toThrow(/NOT_SET, which is not set/);
    expect(() => open(variable)).toThrow(/works in the shell only/);
  });
});

describe('the way through Grafana', () => {
  const [{ url }] = testServers();
  const prefix = '/api/datasources/proxy/uid/prom-1';
  let grafana: FaultyProxy;
  beforeAll(async () => {
    grafana = await FaultyProxy.start(url, (path) => (path.startsWith(prefix) ? path.slice(prefix.length) : null));
  });
  afterAll(() => grafana.stop());

  const through = (uid: string, more: Partial<NonNullable<ConnectionContext['grafana']>> = {}) =>
    open({ grafanaUid: uid }, { grafana: { url: grafana.url, token: 'glsa_token', allowedUids: [uid], ...more } });

  it('reads by uid, with the token and the headers of the alert rule and no others', async () => {
    const headers = { FromAlert: 'true', 'X-Rule-Uid': 'r1', Cookie: 'session', Authorization: 'Basic x' };
    const { cells } = await ask(through('prom-1', { headers }), distance);
    expect(cells).toHaveLength(1);
    const { headers: sent } = grafana.seen[grafana.seen.length - 1];
    expect(sent).toMatchObject({ authorization: 'Bearer glsa_token', fromalert: 'true', 'x-rule-uid': 'r1' });
    expect(sent.cookie).toBeUndefined();
  });

  it("gives Grafana's refusal, and what is not on the list", async () => {
    const { message, status } = await failure(ask(through('prom-2'), distance));
    expect(message).toMatch(/refuses the way to its data source "prom-2".*status 404.*Data source not found/);
    expect(status).toBe(404);
    expect(() => through('prom-1', { allowedUids: ['other'] })).toThrow(
      /not on this data source's list of allowed ones/
    );
    expect(() => through('prom-1', { token: '' })).toThrow(/managed service accounts/);
    expect(() => open({ grafanaUid: 'prom-1' })).toThrow(/works inside Grafana only/);
  });

  it("keeps a store's own error apart from one of Grafana", async () => {
    const features = [{ name: 'x', expr: 'sum(' }];
    const { message } = await failure(ask(through('prom-1'), { features, windows: distance.windows }));
    expect(message).toMatch(/can't read the query.*parse error/);
  });
});

it('refuses settings that contradict one another', () => {
  const parse = (connection: Record<string, unknown>) =>
    prometheusConnectionSchema
      .safeParse({ type: 'prometheus', ...connection })
      .error?.issues.map(({ message }) => message);
  expect(parse({})).toEqual([expect.stringMatching(/either "url", or "grafanaUid"/)]);
  expect(parse({ url: 'http://a', grafanaUid: 'b' })).toEqual([expect.stringMatching(/either/)]);
  expect(parse({ grafanaUid: 'b', username: 'x' })).toEqual([expect.stringMatching(/belongs to a "url"/)]);
  expect(parse({ grafanaUid: '../admin' })).toEqual([expect.stringMatching(/is not the uid/)]);
  expect(parse({ url: 'ftp://a' })).toEqual([expect.stringMatching(/http/), expect.anything()].slice(0, 1));
  expect(parse({ url: 'http://a', passwordEnv: 'P' })).toEqual([expect.stringMatching(/is needed beside/)]);
  expect(parse({ url: 'http://a', timeout: 'soon' })).toEqual([expect.stringMatching(/is not a duration/)]);
});
