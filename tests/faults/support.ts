import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { withSecretsHidden } from '../../src/backend/secrets/withSecretsHidden';
import { describeFailure } from '../../src/backend/tasks/describeFailure';
import type { Failure } from '../../src/backend/tasks/Failure';
import { runTask } from '../../src/backend/tasks/runTask';
import type { Answer, DataSourceSettings, Task } from '../../src/backend/tasks/Task';

export const FAULTS = [
  'hang',
  'drip',
  'garbage',
  'half',
  'partial',
  'bomb',
  'types',
  'reset',
  'redirect',
  'busy',
] as const;
export type FaultKind = (typeof FAULTS)[number];

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A store that answers every request with a fault: what it is asked does not matter. */
export class FaultyStore {
  fault: FaultKind = 'garbage';
  /** What is answered with the fault `types`. */
  body = '{}';
  private constructor(private readonly server: http.Server) {}

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<FaultyStore> {
    const server = http.createServer((request, response) => {
      response.on('error', () => undefined);
      store.answer(request, response);
    });
    const store = new FaultyStore(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    switch (this.fault) {
      case 'hang':
        return;
      case 'drip': {
        response.writeHead(200, JSON_TYPE);
        const timer = setInterval(() => response.write(' '), 20);
        response.once('close', () => clearInterval(timer));
        return;
      }
      case 'garbage':
        response.writeHead(200, JSON_TYPE).end(Buffer.from([0x1f, 0x8b, 8, 0, 255, 254, 253, 0, 1, 2]));
        return;
      case 'half':
        response.writeHead(200, { ...JSON_TYPE, 'Content-Length': '1000' }).write('{"status":"succ');
        setTimeout(() => request.socket.destroy(), 10);
        return;
      case 'partial':
        response.writeHead(200, JSON_TYPE).end(partial(request.url ?? ''));
        return;
      case 'bomb':
        response.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }).end(BOMB);
        return;
      case 'types':
        response.writeHead(200, JSON_TYPE).end(this.body);
        return;
      case 'reset':
        request.socket.resetAndDestroy();
        return;
      case 'redirect':
        response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end();
        return;
      case 'busy':
        response.writeHead(429, { ...JSON_TYPE, 'Retry-After': '0' }).end('{"status":"error","error":"busy"}');
    }
  }
}

const BOMB = zlib.gzipSync(Buffer.alloc(160 * 2 ** 20), { level: 1 });

/** Whole in its form, and said to lack something. */
function partial(url: string): string {
  const response = {
    ...{ timed_out: true, _shards: { total: 2, successful: 1, failed: 1 }, hits: { total: { value: 1 } } },
    ...{ status: 200, aggregations: {}, _clusters: { total: 2, successful: 1, skipped: 1 } },
  };
  if (url.includes('_msearch')) {
    return JSON.stringify({ responses: [response] });
  }
  const failures = [{ indices: ['i'], failure: { error: { type: 'x', reason: 'gone' } } }];
  return url.includes('_field_caps')
    ? JSON.stringify({ indices: ['i'], fields: { t: { date: { type: 'date' } } }, failures })
    : JSON.stringify({ status: 'success', isPartial: true, data: { resultType: 'matrix', result: [] } });
}

/** Settings that were changed since: nothing of an earlier question is remembered. */
let changes = 0;

export function settingsOf(connections: unknown, secrets: Record<string, string> = {}): DataSourceSettings {
  const jsonData = typeof connections === 'string' ? connections : JSON.stringify({ connections });
  return { organization: 1, uid: 'u', name: 'n', lastUpdated: ++changes, secrets, jsonData };
}

export type Outcome = { readonly answer: Answer } | { readonly failure: Failure };

/** As a thread of the back end does it. */
export async function outcomeOf(task: Task, signal = new AbortController().signal): Promise<Outcome> {
  try {
    return { answer: (await withSecretsHidden(runTask)(task, { signal, log: () => undefined })).answer };
  } catch (error) {
    return { failure: describeFailure(error) };
  }
}
