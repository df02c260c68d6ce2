/** @jest-environment node */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { listGrafanaSources } from './listGrafanaSources';

const SOURCES = [
  { id: 1, uid: 'p2', name: 'Prometheus in Oslo', type: 'prometheus', url: 'http://secret:9090' },
  { id: 2, uid: 'p1', name: 'Mimir', type: 'prometheus' },
  { id: 3, uid: 'amp', name: 'Managed', type: 'grafana-amazonprometheus-datasource' },
  { id: 4, uid: 'es', name: 'Logs', type: 'elasticsearch' },
  { id: 5, uid: 'db', name: 'Database', type: 'postgres' },
];

const ALL = SOURCES.map(({ uid }) => uid);

describe('what a connection may go through', () => {
  let server: http.Server;
  let reply: { status: number; body: string };
  const asked: Array<{ url?: string; authorization?: string }> = [];

  beforeAll(async () => {
    server = http.createServer(({ url, headers }, response) => {
      asked.push({ url, authorization: headers.authorization });
      response.writeHead(reply.status, { 'Content-Type': 'application/json' }).end(reply.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    reply = { status: 200, body: JSON.stringify(SOURCES) };
    asked.length = 0;
  });

  const access = (more = {}) => ({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/grafana/`,
    token: 'glsa_token',
    allowedUids: ALL,
    mayList: true,
    ...more,
  });

  it('is of the right kind, by name, and tells nothing but uid, name and plugin', async () => {
    expect(await listGrafanaSources(access(), 'prometheus', {})).toEqual([
      { uid: 'amp', name: 'Managed', plugin: 'grafana-amazonprometheus-datasource' },
      { uid: 'p1', name: 'Mimir', plugin: 'prometheus' },
      { uid: 'p2', name: 'Prometheus in Oslo', plugin: 'prometheus' },
    ]);
    expect(asked).toEqual([{ url: '/grafana/api/datasources', authorization: 'Bearer glsa_token' }]);
    expect((await listGrafanaSources(access(), 'elasticsearch', {})).map(({ uid }) => uid)).toEqual(['es']);
  });

  it('is on the list of allowed ones', async () => {
    const uids = async (allowedUids: string[]) =>
      (await listGrafanaSources(access({ allowedUids }), 'prometheus', {})).map(({ uid }) => uid);
    expect(await uids(['p2', 'es', 'gone'])).toEqual(['p2']);
    expect(await uids([])).toEqual([]);
  });

  it('is not told where nobody wrote such a list: the service account may see more than who asks', async () => {
    expect(await listGrafanaSources(access({ mayList: false }), 'prometheus', {})).toEqual([]);
    expect(await listGrafanaSources(access({ mayList: undefined }), 'prometheus', {})).toEqual([]);
    expect(asked).toHaveLength(0);
  });

  it('is not known where Modelwatch may not call Grafana, or may not list', async () => {
    await expect(listGrafanaSources(undefined, 'prometheus', {})).rejects.toThrow(/managed service accounts/);
    await expect(listGrafanaSources(access({ token: '' }), 'prometheus', {})).rejects.toMatchObject({
      options: { status: 400, side: 'plugin' },
    });
    expect(asked).toHaveLength(0);
    reply = { status: 403, body: '{"message":"You\'ll need additional permissions"}' };
    await expect(listGrafanaSources(access(), 'prometheus', {})).rejects.toMatchObject({
      message: expect.stringMatching(/403, "You'll need additional permissions".*"datasources:read".*by hand/),
      options: { status: 403, side: 'downstream' },
    });
  });

  it('is not known where something else than Grafana answers', async () => {
    reply = { status: 200, body: '<html>' };
    await expect(listGrafanaSources(access(), 'prometheus', {})).rejects.toThrow(/something else than a list/);
    reply = { status: 500, body: 'broken' };
    await expect(listGrafanaSources(access(), 'prometheus', {})).rejects.toMatchObject({
      message: expect.stringMatching(/status 500/),
      options: { status: 502 },
    });
  });
});
