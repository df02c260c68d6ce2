/** What program a store is, as far as it tells. */
export interface Store {
  readonly product: 'Elasticsearch' | 'OpenSearch';
  /** Undefined where it is not told: whoever may only read an index may not ask. */
  readonly version?: string;
}

export const UNTOLD: Store = { product: 'Elasticsearch' };

/** From the answer to `GET /`: OpenSearch names itself as its distribution, Elasticsearch names none. */
export function readStore(body: Readonly<Record<string, unknown>>): Store {
  const { version } = body;
  if (typeof version !== 'object' || version === null) {
    return UNTOLD;
  }
  const { number, distribution } = version as { number?: unknown; distribution?: unknown };
  return {
    product: distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch',
    ...(typeof number === 'string' && { version: number }),
  };
}

/** For sentences: `OpenSearch 2.19.1`. */
export function describeStore({ product, version }: Store): string {
  return version === undefined ? product : `${product} ${version}`;
}
