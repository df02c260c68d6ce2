import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a proxy does to an answer of the store. */
export type Fault =
  | { readonly kind: 'none' }
  /** Half of the body, then the connection breaks. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Bytes in the middle of the body replaced. */
  | { readonly kind: 'corrupt' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Record<string, string>;
    }
  /** Closes the connection without a word. */
  | { readonly kind: 'hang up' };

/** Stands before a real store and does to its answers what a test says. Remembers what came by. */
export class FaultyProxy {
  fault: Fault = { kind: 'none' };
  readonly seen: Array<{ method: string; url: string; headers: http.IncomingHttpHeaders; body?: string }> = [];
  /** Changes the store's good answers. */
  edit: (text: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer> = (text) => text;
  private constructor(private readonly server: http.Server) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** `rewrite` changes the path before it goes to the store; null refuses it. */
  static async start(store: string, rewrite: (url: string) => string | null = (url) => url): Promise<FaultyProxy> {
    const server = http.createServer((request, response) => {
      const seen: FaultyProxy['seen'][number] = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
      };
      proxy.seen.push(seen);
      void proxy.handle(store, rewrite, request, response, seen);
    });
    const proxy = new FaultyProxy(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handle(
    store: string,
    rewrite: (url: string) => string | null,
    request: http.IncomingMessage,
    response: http.ServerResponse,
    seen: { body?: string }
  ): Promise<void> {
    const { fault } = this;
    if (fault.kind === 'hang up') {
      request.socket.destroy();
      return;
    }
    if (fault.kind === 'answer') {
      response.writeHead(fault.status, { 'Content-Type': 'text/html', ...fault.headers }).end(fault.body);
      return;
    }
    const path = rewrite(request.url ?? '');
    if (path === null) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"message":"Data source not found"}');
      return;
    }
    const body = await readAll(request);
    seen.body = Buffer.from(body).toString();
    const answer = await fetch(`${store}${path}`, {
      method: request.method,
      ...(request.method === 'POST' && {
        body,
        headers: { 'Content-Type': request.headers['content-type'] ?? '', Connection: 'close' },
      }),
    });
    const text = this.edit(Buffer.from(await answer.arrayBuffer()));
    await this.reply(response, answer.status, text);
  }

  private async reply(response: http.ServerResponse, status: number, text: Buffer): Promise<void> {
    const { fault } = this;
    if (fault.kind === 'delay') {
      await wait(fault.milliseconds, undefined, { ref: false });
    }
    if (fault.kind === 'corrupt') {
      text.write('\0\0{{', text.length >> 1);
    }
    response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': String(text.length) });
    if (fault.kind === 'cut') {
      response.write(text.subarray(0, text.length >> 1), () => setTimeout(() => response.socket?.destroy(), 50));
      return;
    }
    response.end(text);
  }
}

async function readAll(request: http.IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
