import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { makeCertificates } from '../support/certificates';
import { type Fault, FaultyProxy } from '../support/FaultyProxy';
import { FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';
import { type StartedServer, startServer } from './support/startServer';

const ROOT = path.resolve(__dirname, '../..');
const FOLDER = path.join(ROOT, '.cache/prometheus/executable');
const PASSWORD = 'swordfish';
/** bcrypt of PASSWORD. */
const HASH = '$2b$04$abcdefghijklmnopqrstuugIEnm3ZbWF6xb2GcoE3L1CoGJFMKtu.';
const iso = (time: number) => new Date(time).toISOString();

const query = {
  kind: 'drift',
  current: {
    connection: 'metrics',
    features: [
      { name: 'probability', metric: 'flight_probability_late' },
      { name: 'class', metric: 'flight_predictions_total', label: 'class' },
    ],
  },
  baseline: { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) },
};

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `modelwatch query` by the compiled program, which is what Grafana runs too: its HTTP and TLS are not Node's. */
function modelwatch(connection: Record<string, unknown>, environment: Record<string, string> = {}): Promise<Answer> {
  const files = { query: path.join(FOLDER, 'query.json'), connections: path.join(FOLDER, 'connections.yaml') };
  fs.writeFileSync(files.query, JSON.stringify(query));
  fs.writeFileSync(files.connections, stringify({ connections: { metrics: { type: 'prometheus', ...connection } } }));
  const args = [
    'query',
    files.query,
    '--connections',
    files.connections,
    '--from',
    iso(JULY.from),
    '--to',
    iso(JULY.to),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(executable(), [...args, '--format', 'json'], { env: { ...process.env, ...environment } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

function executable(): string {
  const found = fs.existsSync(path.join(ROOT, 'dist'))
    ? fs.readdirSync(path.join(ROOT, 'dist')).find((name) => name.startsWith('gpx_modelwatch_'))
    : undefined;
  if (found === undefined) {
    throw new Error('There is no executable in dist: run `npm run build` first.');
  }
  return path.join(ROOT, 'dist', found);
}

beforeAll(() => {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
});

it.each(testServers())('answers a stored query from $name', async ({ url }) => {
  const { status, stdout, stderr } = await modelwatch({ url });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { results } = JSON.parse(stdout) as { results: Array<Record<string, unknown>> };
  const decided = results.filter(({ deciding }) => deciding);
  expect(decided.map(({ feature, verdict }) => [feature, verdict])).toEqual([
    ['probability', 'drift'],
    ['class', 'drift'],
  ]);
  expect(Number(results[0].n_current)).toBeGreaterThan(26_000);
});

describe('a Prometheus that wants a client certificate and a password', () => {
  let server: StartedServer;
  let tls: Record<string, unknown>;

  beforeAll(async () => {
    const { authority, server: own, client } = makeCertificates(path.join(FOLDER, 'certificates'));
    const web = path.join(FOLDER, 'web.yml');
    fs.writeFileSync(
      web,
      stringify({
        tls_server_config: {
          cert_file: own.cert,
          key_file: own.key,
          client_auth_type: 'RequireAndVerifyClientCert',
          client_ca_file: authority,
        },
        basic_auth_users: { reader: HASH },
      })
    );
    fs.mkdirSync(path.join(FOLDER, 'data'));
    server = await startServer(testServers()[0].program, path.join(FOLDER, 'data'), { web });
    tls = { caFile: authority, certFile: client.cert, keyFile: client.key };
  });
  afterAll(() => server.stop());

  const ask = (more: Record<string, unknown>, password = PASSWORD) =>
    modelwatch(
      { url: server.url, username: 'reader', passwordEnv: 'METRICS_PASSWORD', ...more },
      { METRICS_PASSWORD: password }
    );

  it('is reached: it only has no such series', async () => {
    const { status, stderr } = await ask({ tls });
    expect(stderr).toMatch(/has no series of probability/);
    expect(status).toBe(2);
  });

  it('is not, without the certificate, the authority or the right password', async () => {
    const { certFile, keyFile, ...without } = tls;
    expect((await ask({ tls: without })).stderr).toMatch(/can't be reached/);
    expect((await ask({ tls: { certFile, keyFile } })).stderr).toMatch(/can't be reached: its certificate/);
    const refused = await ask({ tls }, 'wrong guess');
    expect(refused.stderr).toMatch(/denied access/);
    expect(refused.stderr).not.toMatch(/guess/);
  });
});

describe('a faulty way to the store', () => {
  let proxy: FaultyProxy;
  beforeAll(async () => {
    proxy = await FaultyProxy.start(testServers()[0].url);
  });
  afterAll(() => proxy.stop());

  it.each<[string, Fault, RegExp]>([
    ['half an answer', { kind: 'cut' }, /broke the connection off|broken off/],
    ['a closed connection', { kind: 'hang up' }, /broken off|can't be reached/],
    ['a damaged answer', { kind: 'corrupt' }, /not with JSON/],
    ['a slow answer', { kind: 'delay', milliseconds: 5000 }, /did not answer within 500ms/],
    ['a redirect', { kind: 'answer', status: 302, body: '', headers: { Location: '/login' } }, /redirects elsewhere/],
  ])('gives one line and status 2 for %s', async (_, fault, words) => {
    proxy.fault = fault;
    const { status, stdout, stderr } = await modelwatch({ url: proxy.url, timeout: '500ms' });
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('says that nothing listens', async () => {
    const nobody = await FaultyProxy.start('http://127.0.0.1');
    const { url } = nobody;
    await nobody.stop();
    expect((await modelwatch({ url })).stderr).toMatch(/can't be reached: nothing listens there/);
  });
});
