import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { pathSegment } from '../../transport/pathSegment';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { isObject } from '../client/isAggregations';

/** Of all that mappings say, the fields that aliases stand for: nothing where there are none. */
const ALONE = '*.mappings.**.path';

/**
 * The fields that aliases of some indices stand for, by alias. `_field_caps` gives both the same type, but documents know only
 * the field: what they write, and what of it could not be stored, stands under its name. Empty where mappings may not be
 * read, or lie in another cluster.
 */
export async function aliasesOf(
  client: ElasticsearchClient,
  index: string,
  options: RequestOptions
): Promise<ReadonlyMap<string, string>> {
  if (index.includes(':')) {
    return new Map();
  }
  const path = `/${pathSegment(index, 'an index')}/_mapping?filter_path=${encodeURIComponent(ALONE)}`;
  const answer = await client.get(path, index, options).catch((error: unknown) => {
    if (error instanceof SourceError && options.signal?.aborted !== true) {
      return {};
    }
    throw error;
  });
  return readAliases(answer);
}

/** As `_mapping` answers, with nothing but paths in it. */
export function readAliases(answer: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const read = (properties: unknown, above: string) => {
    for (const [name, field] of isObject(properties) ? Object.entries(properties) : []) {
      if (isObject(field)) {
        if (typeof field.path === 'string') {
          found.set(`${above}${name}`, field.path);
        }
        read(field.properties, `${above}${name}.`);
      }
    }
  };
  for (const one of Object.values(answer)) {
    const mappings = isObject(one) ? one.mappings : undefined;
    read(isObject(mappings) ? mappings.properties : undefined, '');
  }
  return found;
}
