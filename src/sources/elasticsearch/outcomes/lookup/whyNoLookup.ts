import type { OutcomesRequest } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { SourceError } from '../../../SourceError';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import type { Store } from '../../client/Store';
import type { StoreField } from '../../fields/StoreField';
import type { LookupFields } from './lookupQueries';

/** LOOKUP JOIN is a preview in 8.18 and 9.0, and general from 9.1 on. */
const SINCE = [8, 18] as const;
/** A name that stands for itself in a query, whatever its language. */
const PLAIN_NAME = /^[a-z0-9][a-z0-9._-]*$/;
/** What can be a key on both sides. */
const KEYS: ReadonlySet<string> = new Set(['keyword', 'long', 'integer', 'short', 'byte']);

/**
 * Why the store can't join by LOOKUP JOIN: undefined where it can, null where that goes without saying, since it has none or
 * other numbers are asked for.
 */
export async function whyNoLookup(
  client: ElasticsearchClient,
  { roles, selection }: OutcomesRequest,
  fields: LookupFields,
  options: RequestOptions
): Promise<string | null | undefined> {
  const isAsked = roles.task === 'classification' && roles.lists === undefined && roles.forecast === undefined;
  if (!isAsked || !client.isDirect || !hasLookupJoin(await client.store(options))) {
    return null;
  }
  const { labelIndex } = fields;
  if (!PLAIN_NAME.test(labelIndex)) {
    return `"${labelIndex}" is no plain name of one index`;
  }
  if (selection.index?.includes(':') === true) {
    return 'predictions lie in a remote cluster';
  }
  const mode = await modeOf(client, labelIndex, options);
  switch (mode) {
    case 'lookup':
      return whyNotByFields(fields);
    case undefined:
      return `"${labelIndex}" is no index whose settings may be read`;
    default:
      return `"${labelIndex}" is not in lookup mode: create it with "index.mode": "lookup"`;
  }
}

function hasLookupJoin({ product, version = '' }: Store): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return product === 'Elasticsearch' && (major > SINCE[0] || (major === SINCE[0] && minor >= SINCE[1]));
}

function whyNotByFields(fields: LookupFields): string | undefined {
  const { key, labelKey, prediction, scores, segments, label } = fields;
  if (key.mapped !== labelKey.mapped || !KEYS.has(key.mapped) || [key, labelKey].some(isBelow)) {
    return `"${key.name}" is mapped as ${key.mapped} and as ${labelKey.mapped}: keywords, or whole numbers of one type, are joined`;
  }
  const counted = [...(prediction ? [prediction] : []), ...scores.map(({ field }) => field), ...segments, label];
  const times = [fields.time, fields.labelTime].filter((field) => field !== undefined);
  const odd = [
    ...counted.filter(({ nested, since }) => nested !== undefined || since !== undefined),
    ...times.filter(({ mapped }) => mapped === 'date_nanos'),
  ];
  return odd.length === 0 ? undefined : `"${odd[0].name}" can't be read by ES|QL as it is counted`;
}

function isBelow({ counted, name, nested }: StoreField): boolean {
  return counted !== name || nested !== undefined;
}

/** Of one index of that very name; undefined where it is not told, or an alias. */
async function modeOf(
  client: ElasticsearchClient,
  index: string,
  options: RequestOptions
): Promise<string | undefined> {
  try {
    const path = `/${encodeURIComponent(index)}/_settings?filter_path=*.settings.index.mode,*.settings.index.provided_name`;
    const own = (await client.get(path, index, options))[index];
    const { settings } = (own ?? {}) as { readonly settings?: { readonly index?: { readonly mode?: string } } };
    return own === undefined ? undefined : (settings?.index?.mode ?? 'standard');
  } catch (error) {
    if (error instanceof SourceError && !options.signal?.aborted) {
      return undefined;
    }
    throw error;
  }
}
