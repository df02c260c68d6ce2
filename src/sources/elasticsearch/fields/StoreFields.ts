import { SourceError } from '../../SourceError';
import { nearNames } from '../../nearNames';
import { familyOf, kindOf, MAPPED, type StoreField } from './StoreField';

/** What `_field_caps` says of a field, by mapped type. */
export interface Capability {
  readonly type: string;
  readonly metadata_field?: boolean;
  readonly aggregatable?: boolean;
  readonly indices?: readonly string[];
}

/** A field that can't be counted as one. */
export interface Unfit {
  readonly name: string;
  /** Which index maps it as what. */
  readonly conflict: string;
  /** The whole sentence. */
  readonly message: string;
}

/** Keyword fields below a text are counted in this order, then by name: one may be folded, cut or in small letters. */
const AS_WRITTEN = ['keyword', 'raw', 'exact'];

/** Fields by name, without the store's own and without objects. */
export class StoreFields {
  constructor(
    readonly place: string,
    readonly index: string,
    readonly indices: readonly string[],
    private readonly byName: ReadonlyMap<string, readonly Capability[]>,
    /** The fields that aliases stand for. */
    private readonly aliases: ReadonlyMap<string, string> = new Map()
  ) {}

  /** Those that are features by themselves: not the keyword below a text, which the text's own name stands for. */
  names(): string[] {
    return [...this.byName.keys()]
      .filter((name) => this.textAbove(name) === undefined)
      .filter((name) => this.typesOf(name).some(({ type }) => kindOf(type) !== undefined))
      .sort();
  }

  /** Whether anything is called so, or lies below or above it: objects, fields below a text, keys of a flattened field. */
  holds(name: string): boolean {
    return [...this.byName.keys()].some(
      (other) =>
        other === name ||
        other.startsWith(`${name}.`) ||
        (name.startsWith(`${other}.`) && this.typesOf(other).some(({ type }) => type.startsWith('flat')))
    );
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
    const together = fields.every((field) => familyOf(field) === familyOf(first) && field.counted === first.counted);
    if (!together) {
      throw this.failure(
        `maps "${name}" differently: ${this.conflictOf(name)}: choose indices in which it is one`,
        422
      );
    }
    const decimal = fields.find(({ kind }) => kind !== 'integer') ?? first;
    const isMixed = fields.some(({ kind, precision }) => kind !== first.kind || precision !== first.precision);
    return {
      ...decimal,
      ...(isMixed && { precision: fields.some(({ precision }) => precision === 'single') ? 'single' : 'double' }),
      ...(nested !== undefined && { nested }),
      coarse: isMixed,
    };
  }

  /** As `get`, or the reason why it can't be counted together: what one field lacks is no reason to refuse the others. */
  tryGet(name: string): StoreField | Unfit {
    try {
      return this.get(name);
    } catch (error) {
      if (error instanceof SourceError && error.options.status === 422) {
        const conflict = this.typesOf(name).length > 1 ? this.conflictOf(name) : error.message;
        return { name, conflict, message: error.message };
      }
      throw error;
    }
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
      isTime: types.length > 0 && types.every((type) => kindOf(type) === 'time'),
    };
  }

  /** The innermost objects that are documents of their own. Throws where they are so in some indices only. */
  nestedAbove(name: string): string | undefined {
    const parts = name.split('.');
    const above = parts.map((_, i) => parts.slice(0, i).join('.')).reverse();
    const nested = above.find((path) => this.typesOf(path).some(({ type }) => type === 'nested'));
    if (nested !== undefined && this.typesOf(nested).some(({ type }) => type !== 'nested')) {
      throw this.failure(`has nested objects "${nested}" in some indices only: choose indices in which it is one`, 422);
    }
    return nested;
  }

  failure(what: string, status: number): SourceError {
    return new SourceError(`${this.place}: "${this.index}" ${what}.`, { status, side: 'downstream' });
  }

  private conflictOf(name: string): string {
    return this.typesOf(name)
      .map((capability) => {
        const { counted } = this.fieldAs(name, capability);
        const below = counted === name ? '' : ` counted by "${counted}"`;
        return `${capability.type}${below} in ${(capability.indices ?? []).slice(0, 3).join(', ')}`;
      })
      .join('; ');
  }

  private fieldAs(name: string, { type, aggregatable }: Capability): StoreField {
    const kind = kindOf(type) ?? 'other';
    const [keyword, ...besides] = kind === 'text' ? this.keywordsBelow(this.aliases.get(name) ?? name) : [];
    const precision = MAPPED[type]?.precision ?? 'double';
    const stored = this.aliases.get(name);
    const own = {
      name,
      ...(stored !== undefined && { stored }),
      mapped: type,
      precision,
      coarse: false,
      absentIn: this.absentIn(name),
    };
    if (keyword !== undefined) {
      const absentIn = [...new Set([...own.absentIn, ...this.absentIn(keyword)])];
      return { ...own, kind: 'keyword', counted: keyword, absentIn, ...(besides.length > 0 && { besides }) };
    }
    const isCountable = kind === 'text' || kind === 'summary' || aggregatable !== false;
    return { ...own, kind: isCountable ? kind : 'other', counted: name };
  }

  private absentIn(name: string): readonly string[] {
    return this.byName.get(name)?.find(({ type }) => type === 'unmapped')?.indices ?? [];
  }

  private typesOf(name: string): Capability[] {
    return (this.byName.get(name) ?? []).filter(({ type }) => type !== 'unmapped');
  }

  /** That which is most likely as it was written comes first. */
  private keywordsBelow(name: string): string[] {
    const rank = (other: string) => {
      const at = AS_WRITTEN.indexOf(other.slice(name.length + 1));
      return at < 0 ? AS_WRITTEN.length : at;
    };
    return [...this.byName.keys()]
      .filter(
        (other) => other.startsWith(`${name}.`) && this.typesOf(other).every(({ type }) => kindOf(type) === 'keyword')
      )
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  private textAbove(name: string): string | undefined {
    const above = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return this.typesOf(above).some(({ type }) => kindOf(type) !== undefined) ? above : undefined;
  }

  private unknown(name: string): SourceError {
    const names = this.names();
    const near = nearNames(name, names);
    const listed = (near.length > 0 ? near : names).slice(0, 8).join(', ');
    return this.failure(`has no field "${name}"; there ${listed === '' ? 'are none' : `are ${listed}`}`, 404);
  }
}
