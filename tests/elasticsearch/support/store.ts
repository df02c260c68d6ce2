import { elasticsearchConnectionSchema } from '../../../src/sources/elasticsearch/connection';
import { ElasticsearchSource } from '../../../src/sources/elasticsearch/ElasticsearchSource';
import type { DistributionRequest, DistributionSet } from '../../../src/sources/Source';

const DOCUMENTS_A_REQUEST = 10_000;

export function sourceAt(url: string, more: Record<string, unknown> = {}): ElasticsearchSource {
  const connection = elasticsearchConnectionSchema.parse({ type: 'elasticsearch', url, ...more });
  return new ElasticsearchSource(connection, { name: 'logs' });
}

export type Asked = Omit<DistributionRequest, 'windows' | 'segmentBy'> & Partial<DistributionRequest>;

export async function ask(source: ElasticsearchSource, asked: Asked): Promise<DistributionSet> {
  const plan = source.plan({ windows: [null], segmentBy: [], ...asked });
  if ('unsupported' in plan) {
    throw new Error(plan.unsupported);
  }
  return plan.execute({});
}

/** Calls the store itself, as an operator does. */
export async function call(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const text = Array.isArray(body) ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : JSON.stringify(body);
  const type = Array.isArray(body) ? 'application/x-ndjson' : 'application/json';
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && { body: text, headers: { 'Content-Type': type } }),
  });
  const said = await answer.text();
  if (!answer.ok || said.includes('"errors":true')) {
    throw new Error(`${method} ${path}: ${said}`);
  }
  return said === '' ? null : JSON.parse(said);
}

/** Makes an index of a few documents, ready to be searched. */
export async function makeIndex(
  url: string,
  index: string,
  properties: unknown,
  documents: readonly unknown[],
  settings: Record<string, unknown> = {}
): Promise<void> {
  await call(url, 'DELETE', `/${index}?ignore_unavailable=true`);
  await call(url, 'PUT', `/${index}`, {
    settings: { number_of_shards: 1, number_of_replicas: 0, ...settings },
    mappings: { properties },
  });
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_REQUEST) {
    const some = documents.slice(from, from + DOCUMENTS_A_REQUEST);
    await call(
      url,
      'POST',
      `/${index}/_bulk`,
      some.flatMap((document) => [{ index: {} }, document])
    );
  }
  await call(url, 'POST', `/${index}/_refresh`);
}
