/** @jest-environment node */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  create,
  fromBinary,
  toBinary,
  type DescMessage,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import { anyUnpack } from '@bufbuild/protobuf/wkt';
import { Client, credentials, status, type ServiceError } from '@grpc/grpc-js';
import { createServer } from './createServer';
import { Metrics } from './metrics/Metrics';
import { listen, type Address } from './process/listen';
import {
  CallResourceRequestSchema,
  CallResourceResponseSchema,
  CheckHealthRequestSchema,
  CheckHealthResponseSchema,
  CollectMetricsRequestSchema,
  CollectMetricsResponseSchema,
  QueryDataRequestSchema,
  QueryDataResponseSchema,
  SubscribeStreamRequestSchema,
  SubscribeStreamResponseSchema,
} from './protocol/generated/grafana_pb';
import { HealthCheckRequestSchema, HealthCheckResponseSchema } from './protocol/generated/health_pb';
import { EmptySchema } from './protocol/generated/host_pb';
import { ErrorInfoSchema, StatusSchema } from './protocol/generated/status_pb';
import type { Answer, Task } from './tasks/Task';
import { WorkerPool } from './workers/WorkerPool';

/** A real thread that answers what the query, path or settings say. */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ kind, job, task }) => {
    if (kind === 'cancel') return;
    const answer = (answer) => parentPort.postMessage({ kind: 'answer', job, answer });
    if (task.kind === 'health') answer({ ok: false, message: 'files: no such folder', details: '{"connections":[]}' });
    else if (task.kind === 'resource') answer({ status: 200, body: JSON.stringify('x'.repeat(Number(task.path))) });
    else if (task.query === 'bad') parentPort.postMessage({ kind: 'failure', job, failure: { message: 'no file', status: 404, side: 'downstream' } });
    else answer({ frames: [new TextEncoder().encode(task.query + task.from + '-' + task.to)] });
  });
`;

const log = jest.fn();
const onShutdown = jest.fn();
const folder = mkdtempSync(join(tmpdir(), 'mw-'));
const pool = new WorkerPool<Task, Answer>({
  spawn: () => new Worker(THREAD, { eval: true }),
  log,
  size: 1,
  idleMs: 60_000,
  graceMs: 50,
  timeoutMs: 10_000,
  queueLimit: 100,
});
const server = createServer({ pool, metrics: new Metrics(pool), log, onShutdown });
let address: Address;
let client: Client;

beforeAll(async () => {
  address = await listen(server, { PLUGIN_UNIX_SOCKET_DIR: folder });
  client = new Client(`unix:${address.text}`, credentials.createInsecure());
});

afterAll(() => {
  client.close();
  server.forceShutdown();
  pool.close();
  rmSync(folder, { recursive: true, force: true });
});

function call<I extends DescMessage, O extends DescMessage>(
  path: string,
  input: I,
  message: MessageInitShape<I>,
  output: O
) {
  return new Promise<MessageShape<O>>((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      (request: MessageInitShape<I>) => Buffer.from(toBinary(input, create(input, request))),
      (bytes) => fromBinary(output, bytes),
      message,
      (error, response) => (error ? reject(error) : resolve(response as MessageShape<O>))
    );
  });
}

const settings = {
  dataSourceInstanceSettings: { uid: 'u', name: 'Modelwatch', jsonData: new TextEncoder().encode('{}') },
};

function query(queries: Array<{ refId: string; json: string }>, pluginContext: object | undefined = settings) {
  const timeRange = { fromEpochMS: 1n, toEpochMS: 2n };
  const encoded = queries.map(({ refId, json }) => ({ refId, timeRange, json: new TextEncoder().encode(json) }));
  return call(
    '/pluginv2.Data/QueryData',
    QueryDataRequestSchema,
    { pluginContext, queries: encoded },
    QueryDataResponseSchema
  );
}

describe('createServer', () => {
  it('listens on a socket that nobody else can open', () => {
    expect(address.network).toBe('unix');
    expect(statSync(address.text).mode & 0o777).toBe(0o600);
  });

  it('answers each query by its refId, and fails one without the others', async () => {
    const { responses } = await query([
      { refId: 'A', json: 'a' },
      { refId: 'B', json: 'bad' },
    ]);
    expect(responses.A).toMatchObject({ status: 200, error: '', errorSource: '' });
    expect(Buffer.from(responses.A.frames[0]).toString()).toBe('a1-2');
    expect(responses.B).toMatchObject({ status: 404, error: 'no file', errorSource: 'downstream', frames: [] });
    expect(log).toHaveBeenCalledWith('warn', 'A query failed', expect.objectContaining({ refId: 'B', status: 404 }));
  });

  it('fails a call that names no data source, and says whose fault it is', async () => {
    const error = (await query([{ refId: 'A', json: 'a' }], {}).catch((reason: unknown) => reason)) as ServiceError;
    expect(error.code).toBe(status.UNKNOWN);
    const details = fromBinary(StatusSchema, error.metadata.get('grpc-status-details-bin')[0] as Buffer);
    expect(anyUnpack(details.details[0], ErrorInfoSchema)?.metadata).toEqual({ errorSource: 'plugin' });
  });

  it('streams a long answer of a resource in pieces', async () => {
    const pieces = await new Promise<Array<MessageShape<typeof CallResourceResponseSchema>>>((resolve, reject) => {
      const received: Array<MessageShape<typeof CallResourceResponseSchema>> = [];
      client
        .makeServerStreamRequest(
          '/pluginv2.Resource/CallResource',
          (request: MessageInitShape<typeof CallResourceRequestSchema>) =>
            Buffer.from(toBinary(CallResourceRequestSchema, create(CallResourceRequestSchema, request))),
          (bytes) => fromBinary(CallResourceResponseSchema, bytes),
          { pluginContext: settings, path: String(5 << 19), method: 'GET' }
        )
        .on('data', (piece) => received.push(piece))
        .on('end', () => resolve(received))
        .on('error', reject);
    });
    expect(pieces.map(({ code }) => code)).toEqual([200, 0, 0]);
    expect(pieces[0].headers['Content-Type'].values).toEqual(['application/json']);
    expect(Buffer.concat(pieces.map(({ body }) => body)).length).toBe((5 << 19) + 2);
  });

  it("tells a data source's health with details, and the app's without", async () => {
    const path = '/pluginv2.Diagnostics/CheckHealth';
    expect(
      await call(path, CheckHealthRequestSchema, { pluginContext: settings }, CheckHealthResponseSchema)
    ).toMatchObject({
      status: 2,
      message: 'files: no such folder',
    });
    expect(await call(path, CheckHealthRequestSchema, {}, CheckHealthResponseSchema)).toMatchObject({ status: 1 });
  });

  it('counts what it did', async () => {
    const path = '/pluginv2.Diagnostics/CollectMetrics';
    const { metrics } = await call(path, CollectMetricsRequestSchema, {}, CollectMetricsResponseSchema);
    const text = Buffer.from(metrics?.prometheus ?? []).toString();
    expect(text).toContain('modelwatch_requests_total{endpoint="query",outcome="downstream"} 1');
    expect(text).toContain('modelwatch_errors_total{endpoint="query",side="downstream"} 1');
    expect(text).toMatch(/process_resident_memory_bytes \d{7,}/);
  });

  it('has no channels', async () => {
    const path = '/pluginv2.Stream/SubscribeStream';
    expect(await call(path, SubscribeStreamRequestSchema, {}, SubscribeStreamResponseSchema)).toMatchObject({
      status: 1,
    });
  });

  it.each([
    ['', 1],
    ['plugin', 1],
    ['other', 3],
  ])("answers gRPC's health check of %p", async (service, expected) => {
    const path = '/grpc.health.v1.Health/Check';
    expect(await call(path, HealthCheckRequestSchema, { service }, HealthCheckResponseSchema)).toMatchObject({
      status: expected,
    });
  });

  it('stops when the host says so', async () => {
    await call('/plugin.GRPCController/Shutdown', EmptySchema, {}, EmptySchema);
    expect(onShutdown).toHaveBeenCalledTimes(1);
  });

  it('listens on a port of this machine alone where a path would be too long for a socket', async () => {
    const other = createServer({ pool, metrics: new Metrics(pool), log, onShutdown });
    const { network, text } = await listen(other, { PLUGIN_UNIX_SOCKET_DIR: `/tmp/${'x'.repeat(100)}` });
    expect(network).toBe('tcp');
    expect(text).toMatch(/^127\.0\.0\.1:\d+$/);
    other.forceShutdown();
  });
});
