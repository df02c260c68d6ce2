import type { Capability } from './StoreFields';

/** What `_field_caps` answers for some of the indices. */
export interface CapabilitiesPart {
  readonly indices: readonly string[];
  /** By field, by mapped type. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Capability>>>>;
}

/** One answer from those for parts of a list of indices; an index in several parts counts once. */
export function mergeCapabilities(parts: readonly CapabilitiesPart[]): CapabilitiesPart {
  if (parts.length === 1) {
    return parts[0];
  }
  const names = new Set(parts.flatMap(({ fields }) => Object.keys(fields)));
  const indices = [...new Set(parts.flatMap((part) => part.indices))];
  const fields: Record<string, Record<string, Capability>> = Object.create(null) as Record<
    string,
    Record<string, Capability>
  >;
  for (const name of names) {
    fields[name] = mergeTypes(parts, name);
  }
  return { indices, fields };
}

function mergeTypes(parts: readonly CapabilitiesPart[], name: string): Record<string, Capability> {
  const types = new Map<string, { capability: Capability; indices: Set<string> }>();
  const add = (capability: Capability, indices: readonly string[]) => {
    const known = types.get(capability.type) ?? { capability, indices: new Set<string>() };
    const aggregatable = known.capability.aggregatable !== false && capability.aggregatable !== false;
    indices.forEach((index) => known.indices.add(index));
    types.set(capability.type, { ...known, capability: { ...known.capability, aggregatable } });
  };
  for (const part of parts) {
    const own = Object.hasOwn(part.fields, name) ? Object.values(part.fields[name]) : [];
    // Where all indices of a part are alike, the store names none; a part without the field doesn't list it.
    own.forEach((capability) => add(capability, capability.indices ?? part.indices));
    if (own.length === 0) {
      add({ type: 'unmapped' }, part.indices);
    }
  }
  const isAlone = types.size === 1;
  return Object.fromEntries(
    [...types].map(([type, { capability, indices }]) => [
      type,
      { ...capability, indices: isAlone ? undefined : [...indices] },
    ])
  );
}
