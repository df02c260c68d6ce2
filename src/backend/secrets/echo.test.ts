/** @jest-environment node */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tableFromIPC } from 'apache-arrow';
import { runTask } from '../tasks/runTask';
import type { HealthAnswer, QueryAnswer, ResourceAnswer, Task } from '../tasks/Task';
import { withSecretsHidden } from './withSecretsHidden';

/** What no answer may hold: as it was given, as it was sent, and each part of it. */
const FORBIDDEN = [
  ...['stored-password', 'stored-bearer-token', 'tenant-secret-1', 'header-secret', 'aWQ6a2V5LXNlY3JldA', 'key-secret'],
  ...['url-password', Buffer.from('ann:stored-password').toString('base64')],
  ...[Buffer.from('bob:url-password').toString('base64'), 'account-token'],
];

/** A store, or a proxy before it, that says in every error and warning what it was sent. */
const store = http.createServer((request, response) => {
  const heard = [...Object.values(request.headers).flat(), ...decoded(request.headers.authorization)].join(' | ');
  const status = request.url?.includes('/warns') ? 200 : 500;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  const data = { resultType: 'matrix', result: [] };
  response.end(
    JSON.stringify(
      status === 200
        ? { status: 'success', data: request.url?.includes('query') ? data : [heard], warnings: [heard] }
        : { status: 'error', error: heard, message: heard, errorType: 'internal' }
    )
  );
});
const decoded = (header = '') => [Buffer.from(header.split(' ')[1] ?? '', 'base64').toString('utf8')];

let base: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  base = `127.0.0.1:${(store.address() as AddressInfo).port}`;
});
afterAll(() => store.close());

const TYPES = ['prometheus', 'elasticsearch'] as const;
function settingsOf(type: string) {
  const connections = {
    token: { type, url: `http://${base}` },
    basic: { type, url: `http://${base}`, username: 'ann' },
    inUrl: { type, url: `http://bob:url-password@${base}` },
    headers: { type, url: `http://${base}`, headers: { 'X-Scope-OrgID': 'tenant-secret-1' } },
    throughGrafana: { type, grafanaUid: 'other' },
    warns: { type, url: `http://${base}/warns`, headers: { 'X-Scope-OrgID': 'tenant-secret-1' } },
  };
  const secrets = {
    'token.token': 'stored-bearer-token',
    'basic.password': 'stored-password',
    'headers.header.Authorization': 'ApiKey aWQ6a2V5LXNlY3JldA==',
    'headers.header.X-Custom': 'header-secret',
  };
  return {
    ...{ organization: 1, uid: 'u', name: 'n', lastUpdated: 0, secrets, jsonData: JSON.stringify({ connections }) },
    grafana: { url: `http://${base}`, token: 'account-token' },
  };
}

async function said(task: Task): Promise<string> {
  const log = jest.fn();
  const context = { signal: new AbortController().signal, log };
  const answered = await withSecretsHidden(runTask)(task, context).then(
    ({ answer }) => answer,
    (error: unknown) => error
  );
  const frames = ((answered as QueryAnswer).frames ?? []).map((frame) => {
    const table = tableFromIPC(frame);
    const fields = table.schema.fields.map(({ name, metadata }) => [name, [...metadata]]);
    return JSON.stringify([[...table.schema.metadata], fields, table.toArray().map(String)]);
  });
  return [JSON.stringify(answered), String(answered), ...frames, JSON.stringify(log.mock.calls)].join('\n');
}

describe.each(TYPES)('a store of the type %s that repeats what it was sent', (type) => {
  const settings = () => settingsOf(type);
  const selection = { features: [{ name: 'x', metric: 'x_total' }], index: 'i', timeField: 't', filter: 'a' };
  const names = ['token', 'basic', 'inUrl', 'headers', 'throughGrafana', 'warns'];

  it('tells no secret in a health check', async () => {
    const text = await said({ kind: 'health', settings: settings() });
    FORBIDDEN.forEach((secret) => expect(text).not.toContain(secret));
    const { ok } = (await runTask({ kind: 'health', settings: settings() }, context())).answer as HealthAnswer;
    expect(ok).toBe(false);
  });

  it.each(names)('tells none to the editor, by the connection %s', async (connection) => {
    const asks = [
      { path: 'complete', method: 'POST', body: { connection, what: 'metric', text: 'x' } },
      { path: 'complete', method: 'POST', body: { connection, what: 'index', text: 'x' } },
      { path: 'features', method: 'POST', body: { selection: { connection, ...chosen(type, selection) } } },
      { path: 'values', method: 'POST', body: { selection: { connection, ...chosen(type, selection) }, field: 'x' } },
    ];
    for (const { body, ...ask } of asks) {
      const task = {
        kind: 'resource',
        settings: settings(),
        url: ask.path,
        body: JSON.stringify(body),
        ...ask,
      } as const;
      const text = await said(task);
      FORBIDDEN.forEach((secret) => expect(text).not.toContain(secret));
    }
  });

  it.each(names)('tells none in frames, notices and errors of a query, by the connection %s', async (connection) => {
    for (const format of ['table', 'timeseries', 'alert']) {
      const query = {
        ...{ kind: 'drift', format, window: '1h', baseline: { kind: 'previous', offset: '1h' } },
        current: { connection, ...chosen(type, selection) },
      };
      const times = { from: 1_700_000_000_000, to: 1_700_007_200_000 };
      const text = await said({
        ...{ kind: 'query', settings: settings(), refId: 'A', query: JSON.stringify(query), ...times },
      });
      FORBIDDEN.forEach((secret) => expect(text).not.toContain(secret));
      expect(text).toMatch(connection === 'throughGrafana' ? /Grafana/ : /hidden|has no series|answers without fields/);
    }
  });
});

function chosen(type: string, { features, index, timeField }: Record<string, unknown>) {
  return type === 'prometheus' ? { features } : { index, timeField, features: [{ name: 'x' }] };
}

function context() {
  return { signal: new AbortController().signal, log: jest.fn() };
}

it('is a store that does repeat it', async () => {
  const task = { kind: 'health', settings: settingsOf('prometheus') } as const;
  const { message } = (await runTask(task, context())).answer as HealthAnswer;
  expect(message).toContain('stored-bearer-token');
  const asked = JSON.stringify({ connection: 'token', what: 'metric', text: '' });
  const resource = {
    kind: 'resource',
    settings: task.settings,
    path: 'complete',
    url: 'complete',
    method: 'POST',
  } as const;
  const { body } = (await runTask({ ...resource, body: asked }, context())).answer as ResourceAnswer;
  expect(body).toBeDefined();
});
