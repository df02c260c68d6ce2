import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { TLSSocket } from 'node:tls';
import { elasticsearchConnectionSchema } from '../../src/sources/elasticsearch/connection';
import { ElasticsearchSource } from '../../src/sources/elasticsearch/ElasticsearchSource';
import type { ConnectionContext } from '../../src/sources/transport/ConnectionContext';
import { type Certificates, makeCertificates } from '../support/certificates';
import { forward, GrafanaProxy } from './support/GrafanaProxy';
import { testServers } from './support/servers';
import { ask } from './support/store';

const FOLDER = path.resolve(__dirname, '../../.cache/elasticsearch/transport');
const PASSWORD = 'swordfish';
const BASIC = `Basic ${Buffer.from(`reader:${PASSWORD}`).toString('base64')}`;
const API_KEY = 'ApiKey Vu4Ja0FFQUJDREVGOmFiY2RlZg==';
const asked = {
  selection: { index: 'flights-*', timeField: 'time', query: '_index:flights-three' },
  features: [
    { name: 'carrier', type: 'categorical' as const },
    { name: 'distance_miles', type: 'numeric' as const },
  ],
};

function open(connection: Record<string, unknown>, context: Partial<ConnectionContext> = {}): ElasticsearchSource {
  const parsed = elasticsearchConnectionSchema.parse({ type: 'elasticsearch', ...connection });
  return new ElasticsearchSource(parsed, { name: 'logs', ...context });
}

describe.each(testServers())('$name', ({ url, product }) => {
  describe('behind TLS, credentials and client certificates', () => {
    let certificates: Certificates;
    let guard: https.Server;
    let address: string;

    /** Stands before the store, which is without security, and asks for what a secured one asks for. */
    beforeAll(async () => {
      certificates = makeCertificates(path.join(FOLDER, product));
      const { server, authority } = certificates;
      const options = {
        cert: fs.readFileSync(server.cert),
        key: fs.readFileSync(server.key),
        ca: fs.readFileSync(authority),
        requestCert: true,
        rejectUnauthorized: false,
      };
      guard = https.createServer(options, (request, response) => {
        const { authorized } = request.socket as TLSSocket;
        const known = [BASIC, API_KEY, 'Bearer token-1'].includes(request.headers.authorization ?? '');
        if (!authorized && !known) {
          const error = { type: 'security_exception', reason: 'missing authentication credentials' };
          response.writeHead(401, { 'Content-Type': 'application/json' });
          response.end(JSON.stringify({ error: { root_cause: [error], ...error }, status: 401 }));
          return;
        }
        void forward(`${url}${request.url}`, request).then(({ status, body }) => {
          response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
        });
      });
      await new Promise<void>((resolve) => guard.listen(0, '127.0.0.1', resolve));
      address = `https://127.0.0.1:${(guard.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((resolve) => guard.close(resolve)));

    const tls = () => ({ caFile: certificates.authority });

    it('is read with its authority and a user, an API key, a token or a client certificate', async () => {
      const { cert, key } = certificates.client;
      const ways: ReadonlyArray<[Record<string, unknown>, Partial<ConnectionContext>]> = [
        [{ tls: tls(), username: 'reader' }, { secrets: { 'logs.password': PASSWORD } }],
        [{ tls: tls(), username: 'reader', passwordEnv: 'ES' }, { environment: { ES: PASSWORD } }],
        [{ tls: tls() }, { secrets: { 'logs.header.Authorization': API_KEY } }],
        [{ tls: tls() }, { secrets: { 'logs.token': 'token-1' } }],
        [{ tls: { ...tls(), certFile: cert, keyFile: key } }, {}],
        [{ tls: { skipVerify: true } }, { secrets: { 'logs.token': 'token-1' } }],
      ];
      const plain = await ask(open({ url }), asked);
      for (const [connection, context] of ways) {
        const { cells } = await ask(open({ url: address, ...connection }, context), asked);
        expect(cells).toEqual(plain.cells);
      }
    });

    it('refuses wrong credentials and unknown authorities, and shows nothing of them', async () => {
      const wrong = open({ url: address, tls: tls(), username: 'reader' }, { secrets: { 'logs.password': 'sesame' } });
      const { ok, message } = await wrong.check({});
      expect(ok).toBe(false);
      expect(message).toMatch(/denied access.*missing authentication credentials.*Check the credentials/);
      expect(message).not.toMatch(/sesame|reader/);
      await expect(ask(wrong, asked)).rejects.toMatchObject({ options: { status: 401, side: 'downstream' } });
      const unknown = await open({ url: address }, { secrets: { 'logs.token': 'token-1' } }).check({});
      expect(unknown).toEqual({ ok: false, message: expect.stringMatching(/certificate.*tls\.ca/) as string });
    });
  });

  describe("through Grafana's data-source proxy", () => {
    let grafana: GrafanaProxy;
    beforeAll(async () => {
      grafana = await GrafanaProxy.start(url, { uid: 'es-1', token: 'glsa_token' });
    });
    afterAll(() => grafana.stop());

    const through = (uid: string, more: Partial<NonNullable<ConnectionContext['grafana']>> = {}) =>
      open({ grafanaUid: uid }, { grafana: { url: grafana.url, token: 'glsa_token', allowedUids: [uid], ...more } });

    it('counts the same, by requests that it lets pass', async () => {
      const { cells } = await ask(through('es-1'), asked);
      expect(cells).toEqual((await ask(open({ url }), asked)).cells);
      expect(await through('es-1').check({})).toMatchObject({ ok: true });
      expect((await through('es-1').describe(asked.selection, {})).length).toBeGreaterThan(10);
      expect(await through('es-1').timeBounds(asked.selection, {})).not.toBeNull();
      expect(grafana.refused).toEqual([]);
    });

    it('passes on what names the alert rule, and no other header', async () => {
      const headers = { FromAlert: 'true', 'X-Rule-Uid': 'r1', Cookie: 'session', Authorization: 'Basic x' };
      await ask(through('es-1', { headers }), asked);
      const sent = grafana.seen.at(-1);
      expect(sent).toMatchObject({ authorization: 'Bearer glsa_token', fromalert: 'true', 'x-rule-uid': 'r1' });
      expect(sent?.cookie).toBeUndefined();
    });

    it('says who refuses: Grafana, or the store behind it', async () => {
      await expect(ask(through('es-2'), asked)).rejects.toThrow(
        /Grafana refuses the way to its data source "es-2".*status 404.*Data source not found.*this uid/
      );
      await expect(ask(through('es-1', { token: 'wrong' }), asked)).rejects.toThrow(/refuses the way.*status 401/);
      const nowhere = { ...asked, selection: { index: 'nowhere' } };
      await expect(ask(through('es-1'), nowhere)).rejects.toThrow(
        /Grafana's data source "es-1" has no index "nowhere"/
      );
      expect(() => through('es-1', { allowedUids: ['other'] })).toThrow(/not on this data source's list/);
    });
  });
});
