import http from 'node:http';
import type { AddressInfo } from 'node:net';

const PREFIX = '/api/datasources/proxy/uid/';

/**
 * Grafana's proxy to a data source of type Elasticsearch, as far as it decides what passes: the token, the uid, and of
 * methods GET and a POST to `_msearch` alone. Its refusals have Grafana's own status and shape. Remembers what came by.
 */
export class GrafanaProxy {
  readonly seen: http.IncomingHttpHeaders[] = [];
  /** Requests to the data source that are not allowed. */
  readonly refused: string[] = [];

  private constructor(
    private readonly store: string,
    private readonly known: { readonly uid: string; readonly token: string },
    private readonly server: http.Server
  ) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  static async start(store: string, known: { uid: string; token: string }): Promise<GrafanaProxy> {
    const server = http.createServer();
    const proxy = new GrafanaProxy(store, known, server);
    server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
      void proxy.handle(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    this.seen.push(headers);
    const refuse = (status: number, message: string) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
    if (headers.authorization !== `Bearer ${this.known.token}`) {
      refuse(401, 'Invalid API key');
      return;
    }
    const own = `${PREFIX}${this.known.uid}/`;
    if (!url.startsWith(own)) {
      refuse(404, 'Data source not found');
      return;
    }
    const path = url.slice(own.length);
    if (method !== 'GET' && !(method === 'POST' && path.split('?')[0] === '_msearch')) {
      this.refused.push(`${method} ${path}`);
      refuse(403, 'Access to this data source is denied');
      return;
    }
    const { status, body } = await forward(`${this.store}/${path}`, request);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  }
}

/** Sends a request on to a store, with its body and nothing of its credentials. */
export async function forward(url: string, request: http.IncomingMessage): Promise<{ status: number; body: string }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Uint8Array);
  }
  const answer = await fetch(url, {
    method: request.method,
    ...(chunks.length > 0 && {
      body: Buffer.concat(chunks),
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
    }),
  });
  return { status: answer.status, body: await answer.text() };
}
