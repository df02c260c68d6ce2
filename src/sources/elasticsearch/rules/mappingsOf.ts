import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { pathSegment } from '../../transport/pathSegment';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { isObject } from '../client/isAggregations';

/** What a mapping does to values before they are kept. */
export interface Change {
  /** The normalizer that texts are changed by. */
  readonly normalizer?: string;
  /** What is kept where documents write null. */
  readonly nullValue?: string;
}

/**
 * By field, where a mapping changes its values: `_field_caps` tells none of it. Empty where mappings may not be read, or
 * lie in another cluster.
 */
export async function changesOf(
  client: ElasticsearchClient,
  index: string,
  fields: readonly string[],
  options: RequestOptions
): Promise<ReadonlyMap<string, Change>> {
  if (index.includes(':') || fields.length === 0) {
    return new Map();
  }
  const [where, which] = [pathSegment(index, 'an index'), pathSegment(fields.join(','), 'a field')];
  const answer = await client.get(`/${where}/_mapping/field/${which}`, index, options).catch((error: unknown) => {
    if (error instanceof SourceError && options.signal?.aborted !== true) {
      return {};
    }
    throw error;
  });
  const found = new Map<string, Change>();
  for (const one of Object.values(answer)) {
    const mappings = isObject(one) && isObject(one.mappings) ? one.mappings : {};
    for (const [name, field] of Object.entries(mappings)) {
      const change = changeIn(field);
      if (change !== null) {
        found.set(name, change);
      }
    }
  }
  return found;
}

function changeIn(field: unknown): Change | null {
  const mapping = isObject(field) && isObject(field.mapping) ? Object.values(field.mapping)[0] : undefined;
  if (!isObject(mapping)) {
    return null;
  }
  const { normalizer, null_value: nullValue } = mapping;
  const change = {
    ...(typeof normalizer === 'string' && { normalizer }),
    ...(nullValue !== undefined && nullValue !== null && { nullValue: String(nullValue) }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
