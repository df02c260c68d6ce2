import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { pathSegment } from '../../transport/pathSegment';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { describeLack, lostShards } from '../client/describeLack';
import { isObject } from '../client/isAggregations';
import { storeError } from '../client/storeError';
import { aliasesOf } from './aliasesOf';
import { type CapabilitiesPart, mergeCapabilities } from './mergeCapabilities';
import { type Capability, StoreFields } from './StoreFields';

/** Stores refuse request lines of more than 4,096 bytes, proxies often of less. */
const LONGEST_SEGMENT = 3000;
/** Clients live as long as a query, which mostly ends within this time: its fields are asked for once. */
const REMEMBERED_MS = 120_000;

interface Remembered {
  readonly fields: Promise<StoreFields>;
  readonly until: number;
}

/** By client, and so never beyond its credentials; by index. */
const remembered = new WeakMap<ElasticsearchClient, Map<string, Remembered>>();

/** All fields of an index or a pattern. Throws a SourceError where no index matches, or where some don't answer. */
export function fieldsOf(client: ElasticsearchClient, index: string, options: RequestOptions): Promise<StoreFields> {
  const known = remembered.get(client) ?? new Map<string, Remembered>();
  remembered.set(client, known);
  const last = known.get(index);
  if (last !== undefined && last.until > Date.now()) {
    return last.fields;
  }
  const fields = ask(client, index, options);
  known.set(index, { fields, until: Date.now() + REMEMBERED_MS });
  fields.catch(() => known.delete(index));
  return fields;
}

async function ask(client: ElasticsearchClient, index: string, options: RequestOptions): Promise<StoreFields> {
  // Which program it is goes into every message.
  const [parts, aliases] = await Promise.all([
    Promise.all(partsOf(index).map((part) => askPart(client, part, options))),
    Promise.all(partsOf(index).map((part) => aliasesOf(client, part, options))),
    client.store(options),
  ]);
  const { fields, indices } = mergeCapabilities(parts);
  if (indices.length === 0) {
    throw new SourceError(
      `${client.place} has no index that "${index}" matches and that answers: check the pattern, and the health of the cluster.`,
      { status: 404, side: 'downstream' }
    );
  }
  const found = new Map<string, Capability[]>();
  for (const [name, types] of Object.entries(fields)) {
    const capabilities = Object.values(types);
    if (
      name !== OWN &&
      capabilities.every(({ metadata_field: isOwn }) => isOwn !== true) &&
      !capabilities.every(isPlainObject)
    ) {
      found.set(name, capabilities);
    }
  }
  return new StoreFields(client.place, index, indices, found, new Map(aliases.flatMap((one) => [...one])));
}

async function askPart(client: ElasticsearchClient, index: string, options: RequestOptions): Promise<CapabilitiesPart> {
  const path = `/${pathSegment(index, 'an index')}/_field_caps?fields=*&include_unmapped=true`;
  const { fields, indices, failures } = await client.get(path, index, options);
  if (!isFields(fields) || !Array.isArray(indices) || !indices.every((name) => typeof name === 'string')) {
    throw new SourceError(`${client.place} answers without fields: is it an Elasticsearch?`, {
      status: 502,
      side: 'downstream',
    });
  }
  const lost = lostShards(failures);
  if (lost !== undefined) {
    throw storeError(503, lost, { place: client.place, index });
  }
  const lack = Array.isArray(failures) && failures.length > 0 ? describeLack(failures) : null;
  if (lack !== null) {
    throw new SourceError(
      `${client.place} doesn't answer for all of "${index}": ${lack}. What the others hold would be too little: see to those, or leave them out.`,
      { status: 502, side: 'downstream' }
    );
  }
  return { indices, fields };
}

/** By field, by type. Of a store that is none anything may come. */
function isFields(fields: unknown): fields is CapabilitiesPart['fields'] {
  return (
    isObject(fields) &&
    Object.values(fields).every((types) => isObject(types) && Object.values(types).every(isCapability))
  );
}

function isCapability(one: unknown): boolean {
  return isObject(one) && typeof one.type === 'string' && (one.indices === undefined || Array.isArray(one.indices));
}

/** A long list in parts of an address's length; whole where it leaves indices out, which every part would have to. */
export function partsOf(index: string): string[] {
  const names = index.split(',');
  if (encodeURIComponent(index).length <= LONGEST_SEGMENT || names.some((name) => name.trim().startsWith('-'))) {
    return [index];
  }
  const parts: string[] = [];
  for (const name of names) {
    const longer = parts.length === 0 ? name : `${parts[parts.length - 1]},${name}`;
    if (parts.length > 0 && encodeURIComponent(longer).length <= LONGEST_SEGMENT) {
      parts[parts.length - 1] = longer;
    } else {
      parts.push(name);
    }
  }
  return parts;
}

/** A field of the store's own that OpenSearch lists among those of the documents. */
const OWN = '_doc_count';

function isPlainObject({ type }: Capability): boolean {
  return type === 'object' || type === 'unmapped';
}
