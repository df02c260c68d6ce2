import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { isNumber, KINDS, type StoreField } from './StoreField';

/** What `_field_caps` says of a field, by mapped type. */
interface Capability {
  readonly type: string;
  readonly metadata_field?: boolean;
  readonly aggregatable?: boolean;
  readonly indices?: readonly string[];
}

/** Fields by name, without the store's own and without objects. */
export class StoreFields {
  constructor(
    readonly place: string,
    readonly index: string,
    readonly indices: readonly string[],
    private readonly byName: ReadonlyMap<string, readonly Capability[]>
  ) {}

  /** Those that are features by themselves: not the keyword below a text, which the text's own name stands for. */
  names(): string[] {
    return [...this.byName.keys()]
      .filter((name) => this.textAbove(name) === undefined)
      .filter((name) => this.typesOf(name).some(({ type }) => type in KINDS))
      .sort();
  }

  /** Throws a SourceError where it is not there, can't be counted, or is of types that don't go together. */
  get(name: string): StoreField {
    const capabilities = this.typesOf(name);
    if (capabilities.length === 0) {
      throw this.unknown(name);
    }
    const nested = this.nestedAbove(name);
    const fields = capabilities.map((capability) => this.fieldAs(name, capability));
    const [first] = fields;
    const together = fields.every(({ kind }) => kind === first.kind) || fields.every(isNumber);
    if (!together) {
      const types = capabilities.map(({ type, indices }) => `${type} in ${(indices ?? []).slice(0, 3).join(', ')}`);
      throw this.failure(`maps "${name}" differently: ${types.join('; ')}: choose indices in which it is one`, 422);
    }
    const decimal = fields.find(({ kind }) => kind !== 'integer') ?? first;
    return {
      ...decimal,
      ...(nested !== undefined && { nested }),
      coarse: fields.some(({ coarse }) => coarse) || fields.some(({ kind }) => kind !== first.kind),
    };
  }

  /** A field of the documents themselves: one for a time, or to tell segments apart. Throws a SourceError. */
  getPlain(name: string): StoreField {
    const field = this.get(name);
    if (field.nested !== undefined) {
      throw this.failure(
        `holds "${name}" in the nested objects "${field.nested}": choose a field that each document has once`,
        422
      );
    }
    return field;
  }

  /** How a field is mapped, in words. */
  mappingOf(name: string): { readonly description: string; readonly isTime: boolean } {
    const types = this.typesOf(name).map(({ type }) => type);
    const nested = this.nestedAbove(name);
    return {
      description: `${types.join(' or ')}${nested === undefined ? '' : ` in nested ${nested}`}`,
      isTime: types.length > 0 && types.every((type) => KINDS[type] === 'time'),
    };
  }

  private fieldAs(name: string, { type, aggregatable }: Capability): StoreField {
    const absentIn = this.byName.get(name)?.find((capability) => capability.type === 'unmapped')?.indices ?? [];
    const kind = KINDS[type] ?? 'other';
    const keyword = kind === 'text' ? this.keywordBelow(name) : undefined;
    const own = { name, mapped: type, absentIn, coarse: type === 'half_float' };
    if (keyword !== undefined) {
      return { ...own, kind: 'keyword', counted: keyword };
    }
    return { ...own, kind: kind !== 'text' && aggregatable === false ? 'other' : kind, counted: name };
  }

  private typesOf(name: string): Capability[] {
    return (this.byName.get(name) ?? []).filter(({ type }) => type !== 'unmapped');
  }

  private keywordBelow(name: string): string | undefined {
    return [...this.byName.keys()].find(
      (other) => other.startsWith(`${name}.`) && this.typesOf(other).every(({ type }) => KINDS[type] === 'keyword')
    );
  }

  private textAbove(name: string): string | undefined {
    const above = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return this.typesOf(above).some(({ type }) => KINDS[type] !== undefined) ? above : undefined;
  }

  /** The innermost objects that are documents of their own. Throws where they are so in some indices only. */
  private nestedAbove(name: string): string | undefined {
    const parts = name.split('.');
    const above = parts.map((_, i) => parts.slice(0, i).join('.')).reverse();
    const nested = above.find((path) => this.typesOf(path).some(({ type }) => type === 'nested'));
    if (nested !== undefined && this.typesOf(nested).some(({ type }) => type !== 'nested')) {
      throw this.failure(`has nested objects "${nested}" in some indices only: choose indices in which it is one`, 422);
    }
    return nested;
  }

  private unknown(name: string): SourceError {
    const names = this.names();
    const near = names.filter((other) => other.toLowerCase().includes(name.toLowerCase()));
    const listed = (near.length > 0 ? near : names).slice(0, 8).join(', ');
    return this.failure(`has no field "${name}"; there ${listed === '' ? 'are none' : `are ${listed}`}`, 404);
  }

  private failure(what: string, status: number): SourceError {
    return new SourceError(`${this.place}: "${this.index}" ${what}.`, { status, side: 'downstream' });
  }
}

/** A field of the store's own that OpenSearch lists among those of the documents. */
const OWN = '_doc_count';

function isPlainObject({ type }: Capability): boolean {
  return type === 'object' || type === 'unmapped';
}

/** All fields of an index or a pattern. Throws a SourceError where no index matches. */
export async function fieldsOf(
  client: ElasticsearchClient,
  index: string,
  options: RequestOptions
): Promise<StoreFields> {
  const path = `/${encodeURIComponent(index)}/_field_caps?fields=*&include_unmapped=true`;
  // Which program it is goes into every message.
  const [{ fields, indices }] = await Promise.all([client.get(path, index, options), client.store(options)]);
  if (typeof fields !== 'object' || fields === null || !Array.isArray(indices)) {
    throw new SourceError(`${client.place} answers without fields: is it an Elasticsearch?`, {
      status: 502,
      side: 'downstream',
    });
  }
  if (indices.length === 0) {
    throw new SourceError(
      `${client.place} has no index that "${index}" matches and that answers: check the pattern, and the health of the cluster.`,
      {
        status: 404,
        side: 'downstream',
      }
    );
  }
  const found = new Map<string, Capability[]>();
  for (const [name, types] of Object.entries(fields as Record<string, Record<string, Capability>>)) {
    const capabilities = Object.values(types);
    if (
      name !== OWN &&
      capabilities.every(({ metadata_field: isOwn }) => isOwn !== true) &&
      !capabilities.every(isPlainObject)
    ) {
      found.set(name, capabilities);
    }
  }
  return new StoreFields(client.place, index, indices.map(String), found);
}
