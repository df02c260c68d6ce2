import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { makeProfile } from '../../src/baseline/profile/makeProfile';
import type { QueryAnswer, ResourceAnswer, HealthAnswer, Task } from '../../src/backend/tasks/Task';
import { filtersOf } from '../../src/backend/secrets/filtersOf';
import { runTask } from '../../src/backend/tasks/runTask';
import { sourceOf } from '../../src/evaluate/connections';
import { modelwatch } from '../cli/modelwatch';
import { MlflowAdmin } from './MlflowAdmin';

const folder = mkdtempSync(path.join(tmpdir(), 'registry-'));
const connections = { files: { type: 'file' as const, folder } };
const HOUR = 3_600_000;
/** Another data source, so that nothing is remembered of an earlier one. */
let uid = 0;

let mlflow: { url: string; stop: () => Promise<void> };
let admin: MlflowAdmin;
const runs: string[] = [];

beforeAll(async () => {
  const { startMlflow } = (await import(path.resolve('scripts/lib/startMlflow.mjs'))) as {
    startMlflow: () => Promise<typeof mlflow>;
  };
  mlflow = await startMlflow();
  admin = new MlflowAdmin(mlflow.url);
  // Version 1 was trained on values about 0, version 2 on values about 3, as production sees them.
  const rows = (shift: number, time = '') =>
    Array.from({ length: 2000 }, (_, i) => `${time}${(((i * 7919) % 2000) / 1000 - 1 + shift).toFixed(3)}`).join('\n');
  writeFileSync(path.join(folder, 'v1.csv'), `x\n${rows(0)}\n`);
  writeFileSync(path.join(folder, 'v2.csv'), `x\n${rows(3)}\n`);
  writeFileSync(path.join(folder, 'served.csv'), `time,x\n${rows(3, '2026-01-01T00:30:00Z,')}\n`);
  await admin.createModel('delay');
  for (const version of ['v1', 'v2']) {
    const run = await admin.train({
      artifacts: { 'modelwatch/profile.json': await profileOf(`${version}.csv`) },
      parameters: { depth: version === 'v1' ? '4' : '6' },
      metrics: { auc: version === 'v1' ? 0.81 : 0.84 },
      tags: { 'mlflow.source.git.commit': `commit-of-${version}`, team: 'ops' },
    });
    runs.push(run);
    await admin.register('delay', run);
  }
  await admin.promote('delay', 'champion', '1');
}, 300_000);

afterAll(async () => {
  await mlflow?.stop();
  rmSync(folder, { recursive: true });
});

async function profileOf(file: string): Promise<string> {
  const made = await makeProfile(
    sourceOf(connections, 'files'),
    {
      ...{ selection: { path: file }, range: null, minimumCount: 0, types: new Map(), labels: {} },
      created: '2026-01-01T00:00:00Z',
      version: '0.0.0',
      source: { name: file },
    },
    {}
  );
  return JSON.stringify(made);
}

interface Asked {
  readonly baseline: Readonly<Record<string, unknown>>;
  readonly registry?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly format?: string;
}

const settingsOf = ({ registry = {}, secrets = {} }: Pick<Asked, 'registry' | 'secrets'> = {}) => ({
  organization: 1,
  uid: `u${uid}`,
  name: 'Modelwatch',
  lastUpdated: 0,
  jsonData: JSON.stringify({
    connections: { ...connections, registry: { type: 'mlflow', url: mlflow.url, ...registry } },
  }),
  secrets,
});

/** What a panel is answered with. */
async function ask({ baseline, format = 'table', ...settings }: Asked) {
  const query = {
    kind: 'drift',
    format,
    current: { path: 'served.csv', timeField: 'time', features: [{ name: 'x' }] },
    baseline: { kind: 'model', model: 'delay', ...baseline },
  };
  const from = Date.parse('2026-01-01T00:00:00Z');
  const task = { kind: 'query', refId: 'A', query: JSON.stringify(query), from, to: from + HOUR };
  const { frames } = (await run({ ...task, settings: settingsOf(settings) })) as QueryAnswer;
  const table = tableFromIPC(frames[0]);
  const meta = JSON.parse(table.schema.metadata.get('meta') ?? '{}') as {
    readonly notices?: ReadonlyArray<{ readonly severity: string; readonly text: string }>;
    readonly custom: { readonly baseline: { readonly description: string; readonly facts: Record<string, unknown> } };
  };
  return {
    verdict: table.getChild('verdict')?.get(0) as string,
    baseline: meta.custom.baseline,
    notices: meta.notices ?? [],
  };
}

async function run(task: object): Promise<unknown> {
  const context = { signal: new AbortController().signal, log: jest.fn() };
  return (await runTask(task as Task, context)).answer;
}

beforeEach(() => {
  uid++;
});

test('the baseline moves when another version is promoted, and nothing else is edited', async () => {
  const asked = { baseline: { alias: 'champion' } };
  const before = await ask(asked);
  expect(before.verdict).toBe('drift');
  expect(before.baseline.description).toBe(
    'the training data of version 1 of "delay" (champion) (2,000 rows of v1.csv)'
  );
  await admin.promote('delay', 'champion', '2');
  const after = await ask(asked);
  expect(after.verdict).toBe('no_drift');
  expect(after.baseline.description).toContain('version 2 of "delay" (champion)');
  await admin.promote('delay', 'champion', '1');
  expect((await ask(asked)).verdict).toBe('drift');
});

test('a version by its number is kept, whatever is promoted', async () => {
  expect((await ask({ baseline: { version: 2 } })).verdict).toBe('no_drift');
  expect((await ask({ baseline: { version: '1' } })).verdict).toBe('drift');
});

test('says how the model came to be', async () => {
  const { baseline } = await ask({ baseline: { version: 2 } });
  expect(baseline.facts).toMatchObject({
    registry: 'registry',
    model: 'delay',
    version: '2',
    alias: null,
    run: runs[1],
    run_ended: '2023-11-14T22:14:20.000Z',
    git_commit: 'commit-of-v2',
    param_depth: '6',
    metric_auc: 0.84,
    tag_team: 'ops',
    source: 'v2.csv',
    rows: 2000,
  });
  expect(Object.keys(baseline.facts).filter((name) => name.startsWith('tag_mlflow'))).toEqual([]);
});

test.each([
  [{ alias: 'challenger' }, 'Model "delay" has no alias "challenger" in MLflow at URL. It has champion.'],
  [{ model: 'delays', alias: 'champion' }, 'There is no model "delays" in MLflow at URL. It has delay.'],
  [{ version: 9 }, 'Model "delay" has no version 9, or there is no such model. (MLflow at URL)'],
  [
    { version: 2, artifact: 'other/profile.json' },
    'keeps no "other/profile.json". Write a profile of its training data with modelwatch profile, and log it',
  ],
  [{}, '"baseline.alias": is missing: write an "alias", or a "version"'],
  [{ alias: 'champion', version: 1 }, '"baseline.version": excludes "alias": write one of them'],
  [{ alias: 'champion', connection: 'files' }, 'connection "files" is no registry of models: its type is "file"'],
  [{ alias: 'champion', connection: 'nowhere' }, 'Connection "nowhere" not found. Available: registry.'],
])('what can not be found is said: %j', async (baseline, message) => {
  await expect(ask({ baseline })).rejects.toThrow(message.replace('URL', mlflow.url));
});

test('an artifact that is no profile, and a run that is gone, are said', async () => {
  const broken = await admin.train({ artifacts: { 'modelwatch/profile.json': '{"x": 1}' } });
  const version = await admin.register('delay', broken);
  await expect(ask({ baseline: { version } })).rejects.toThrow(
    `"modelwatch/profile.json of version ${version} of "delay"" is no profile`
  );
  const empty = await admin.train({});
  const without = await admin.register('delay', empty);
  await expect(ask({ baseline: { version: without } })).rejects.toThrow('keeps no "modelwatch/profile.json"');
});

test('a host name that the server does not accept is named, and the option that allows it', async () => {
  const registry = { headers: { Host: 'mlflow.example:5000' } };
  await expect(ask({ baseline: { alias: 'champion' }, registry })).rejects.toThrow(
    'refuses the host name of its address. Start the server with --allowed-hosts'
  );
});

test('a registry that is down is an error, or the last version that it named where the query allows that', async () => {
  // In front of the registry, so that it can go down without ending.
  const proxy = await listen((request, response) =>
    http.get(`${mlflow.url}${request.url}`, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    })
  );
  const registry = { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  const lenient = { baseline: { alias: 'champion', unavailable: 'last' }, registry };
  expect((await ask(lenient)).notices.map(({ text }) => text)).toEqual([]);
  await new Promise((resolve) => {
    proxy.close(resolve);
    proxy.closeAllConnections();
  });
  await expect(ask({ baseline: { alias: 'champion' }, registry })).rejects.toThrow("can't be reached");
  const { verdict, notices } = await ask(lenient);
  expect(verdict).toBe('drift');
  expect(notices).toEqual([
    {
      severity: 'warning',
      text: expect.stringMatching(
        /can't be reached.*The baseline is version 1 of "delay", which it named at 20.*; another may have been promoted since\./
      ),
    },
  ]);
  // Never for what was not asked for before.
  uid++;
  await expect(ask(lenient)).rejects.toThrow("can't be reached");
});

test.each([
  [401, '', 'does not accept the credentials'],
  [403, 'Permission denied', 'does not allow this user to read it'],
  [500, 'oops', 'answers with status 500'],
  [200, '<html>', 'does not answer as MLflow does'],
])('an answer of status %d is told', async (status, text, message) => {
  const server = await listen((_, response) => response.writeHead(status).end(text));
  const registry = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  await expect(ask({ baseline: { alias: 'champion' }, registry })).rejects.toThrow(message);
});

test('sends the token, which the filter of what leaves the process knows', async () => {
  const seen: Array<string | undefined> = [];
  const server = await listen((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(500, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error_code: 'X', message: `you sent ${request.headers.authorization}` }));
  });
  const registry = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const secrets = { 'registry.token': 'secret-token-of-mlflow' };
  const said = await ask({ baseline: { alias: 'champion' }, registry, secrets }).catch(String);
  expect(said).toContain('answers with status 500: you sent Bearer');
  expect(filtersOf(settingsOf({ registry, secrets })).answer.hide(String(said))).not.toContain('secret-token');
  expect(seen).toContain('Bearer secret-token-of-mlflow');
});

test('"Save & test" tries the registry as well', async () => {
  const { ok, message } = (await run({ kind: 'health', settings: settingsOf() })) as HealthAnswer;
  expect([ok, message]).toEqual([true, expect.stringContaining(`registry: MLflow at ${mlflow.url} answers.`)]);
});

test('the query editor is told the registries and their models, and a registry is no place of rows', async () => {
  const resource = async (name: string) => {
    const task = { kind: 'resource', path: name, method: 'GET', url: name, body: '', settings: settingsOf() };
    return JSON.parse(((await run(task)) as ResourceAnswer).body);
  };
  expect(await resource('connections')).toMatchObject({
    connections: [{ name: 'files', type: 'file' }],
    registries: ['registry'],
  });
  const { models } = await resource('models');
  expect(models).toEqual([{ name: 'delay', aliases: { champion: '1' }, newest: expect.stringMatching(/^\d+$/) }]);
  const query = {
    kind: 'drift',
    current: { connection: 'registry', path: 'x' },
    baseline: { kind: 'previous', offset: '1d' },
  };
  const task = { kind: 'query', refId: 'A', query: JSON.stringify(query), from: 0, to: 1, settings: settingsOf() };
  await expect(run(task)).rejects.toThrow('Connection "registry" is a registry of models and has no rows.');
});

test('the version in traffic is held against the one that the registry names', async () => {
  writeFileSync(
    path.join(folder, 'calls.csv'),
    `time,version\n${Array.from({ length: 200 }, () => '2026-01-01T00:30:00Z,v2').join('\n')}\n`
  );
  const noticesOf = async (registry: Record<string, unknown>) => {
    const query = {
      kind: 'versions',
      current: { path: 'calls.csv', timeField: 'time' },
      feature: { name: 'version' },
      window: '1h',
      registry: { model: 'delay', ...registry },
    };
    const from = Date.parse('2026-01-01T00:00:00Z');
    const task = { kind: 'query', refId: 'A', query: JSON.stringify(query), from, to: from + HOUR };
    const { frames } = (await run({ ...task, settings: settingsOf() })) as QueryAnswer;
    const meta = JSON.parse(tableFromIPC(frames[0]).schema.metadata.get('meta') ?? '{}') as {
      notices?: ReadonlyArray<{ text: string }>;
    };
    return (meta.notices ?? []).map(({ text }) => text);
  };
  expect(await noticesOf({ alias: 'champion' })).toEqual([
    'The registry names version 1 of "delay" (champion), but version v2 is active.',
  ]);
  await admin.promote('delay', 'champion', '2');
  expect(await noticesOf({ alias: 'champion' })).toEqual([]);
  await admin.promote('delay', 'champion', '1');
  expect(await noticesOf({ alias: 'challenger' })).toEqual([
    expect.stringMatching(/^Which version should be active is not known: Model "delay" has no alias "challenger"/),
  ]);
});

test('the shell takes the address of a model as the baseline', async () => {
  const env = { ...process.env, MLFLOW_TRACKING_URI: mlflow.url };
  const served = path.join(folder, 'served.csv');
  const drift = await modelwatch(['drift', '--baseline', 'models:/delay@champion', '--current', served], { env });
  expect([drift.status, drift.stderr]).toEqual([0, '']);
  expect(drift.stdout).toMatch(/^1 of 1 drifted, compared with the training data of version 1 of "delay" \(champion\)/);
  const check = await modelwatch(['check', served, '--baseline', 'models:/delay/2'], { env });
  expect([check.status, check.stderr]).toEqual([0, '']);
  expect(check.stdout).toContain('compared with the training data of version 2 of "delay"');
});

const servers: http.Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

function listen(answer: http.RequestListener): Promise<http.Server> {
  return new Promise((resolve) => {
    const server = http.createServer(answer).listen(0, '127.0.0.1', () => resolve(server));
    servers.push(server);
  });
}
