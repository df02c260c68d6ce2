import type { IncomingHttpHeaders } from 'node:http';
import {
  CheckHealthResponse_HealthStatus,
  Data,
  Diagnostics,
  Resource,
} from '../../src/backend/protocol/generated/grafana_pb';
import { pluginContext, type DataSource, type DataSources } from './DataSources';
import { frameFromArrow } from './frameFromArrow';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

interface QueryBody {
  readonly from: string;
  readonly to: string;
  readonly queries: ReadonlyArray<{
    refId: string;
    datasource: { uid: string };
    maxDataPoints?: number;
    intervalMs?: number;
    queryType?: string;
  }>;
}

/** POST /api/ds/query: each data source answers its queries; one that fails does so for its own refId alone. */
export async function queryData(dataSources: DataSources, { from, to, queries }: QueryBody): Promise<Answer> {
  const uids = new Set(queries.map(({ datasource }) => datasource.uid));
  const results = Object.assign(
    {},
    ...(await Promise.all(
      [...uids].map((uid) => {
        const own = queries.filter(({ datasource }) => datasource.uid === uid);
        return queryOne(dataSources.byUid(uid), { from, to, queries: own }).catch((error: Error) =>
          Object.fromEntries(own.map(({ refId }) => [refId, { status: 500, error: error.message, frames: [] }]))
        );
      })
    ))
  );
  const failed = Object.values(results).some((result) => (result as { error?: string }).error !== undefined);
  return { status: failed ? 400 : 200, body: { results } };
}

async function queryOne(dataSource: DataSource | undefined, { from, to, queries }: QueryBody) {
  if (!dataSource) {
    throw new Error(`There is no data source with the uid "${queries[0].datasource.uid}".`);
  }
  const { responses } = await dataSource.process.unary(Data.method.queryData, {
    pluginContext: pluginContext(dataSource),
    queries: queries.map((query) => ({
      refId: query.refId,
      queryType: query.queryType ?? '',
      maxDataPoints: BigInt(query.maxDataPoints ?? 100),
      intervalMS: BigInt(Math.round(query.intervalMs ?? 1000)),
      timeRange: { fromEpochMS: BigInt(from), toEpochMS: BigInt(to) },
      json: Buffer.from(JSON.stringify(query)),
    })),
  });
  return Object.fromEntries(
    Object.entries(responses).map(([refId, { error, errorSource, frames, status }]) => [
      refId,
      { status, frames: frames.map(frameFromArrow), ...(error && { error, errorSource }) },
    ])
  );
}

/** GET /api/datasources/uid/:uid/health: "Save & test". */
export async function checkHealth(dataSource: DataSource): Promise<Answer> {
  const { status, message, jsonDetails } = await dataSource.process.unary(Diagnostics.method.checkHealth, {
    pluginContext: pluginContext(dataSource),
  });
  const details = jsonDetails.length > 0 ? JSON.parse(Buffer.from(jsonDetails).toString()) : undefined;
  return {
    status: status === CheckHealthResponse_HealthStatus.OK ? 200 : 400,
    body: { status: CheckHealthResponse_HealthStatus[status], message, details },
  };
}

/** /api/datasources/uid/:uid/resources/*: what the editors ask the back end. */
export async function callResource(
  dataSource: DataSource,
  request: { path: string; search: string; method: string; headers: IncomingHttpHeaders; body: Buffer }
): Promise<Answer> {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, { values: [value ?? ''].flat() }]);
  const parts: Uint8Array[] = [];
  let status = 500;
  let contentType = 'application/octet-stream';
  for await (const part of dataSource.process.stream(Resource.method.callResource, {
    pluginContext: pluginContext(dataSource),
    path: request.path,
    url: request.path + request.search,
    method: request.method,
    headers: Object.fromEntries(headers),
    body: request.body,
  })) {
    if (parts.length === 0) {
      status = part.code;
      const named = Object.entries(part.headers).find(([name]) => name.toLowerCase() === 'content-type');
      contentType = named?.[1].values[0] ?? contentType;
    }
    parts.push(part.body);
  }
  return { status, body: Buffer.concat(parts), headers: { 'content-type': contentType } };
}
