import type { Value, Variables } from '../Variables';

type Given = Readonly<Record<string, readonly string[] | Value>>;

/** Variables with these values; formats are written with commas. */
export function variablesOf(given: Given): Variables {
  const find = (name: string): Value | null => {
    const found = Object.hasOwn(given, name) ? given[name] : null;
    if (found === null) {
      return null;
    }
    return 'values' in found && !Array.isArray(found)
      ? (found as Value)
      : { values: (found as readonly string[]).filter(Boolean), custom: null };
  };
  return {
    valueOf: ({ name }) => find(name),
    written: ({ name }) => find(name)?.values.join(',') ?? '',
    within: (name, value) => variablesOf({ ...given, [name]: [value] }),
  };
}
