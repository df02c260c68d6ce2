/** Replaces variables in texts. */
export interface Replace {
  text(template: string): string;
  /** All values of a variable that has several; empty ones are none. */
  list(template: string): string[];
  /** Whether a text names a variable that has no value. */
  lacks(template: string): boolean;
  /** The same, where the variable of a text has this value alone. */
  within(template: string, value: string): Replace;
}

const WHOLE_VARIABLE = /^(\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\])$/;

/**
 * Replaces the template variables in every text of a query, however deep. A variable that stands alone in a list, or is
 * the name of an entry, becomes as many entries as it has values; elsewhere in that entry it has the entry's value. What
 * a variable without a value would leave undone is left out, so that one dashboard serves data that lack a label or a
 * version: a key that is nothing but the variable, and of a list the whole entry that names it.
 */
export function interpolateQuery<Value>(value: Value, replace: Replace): Value {
  return interpolate(value, replace) as Value;
}

/** The name of the variable that a text is and nothing else; null for any other text. */
export function wholeVariable(template: string): string | null {
  return WHOLE_VARIABLE.test(template) ? (/\w+/.exec(template)?.[0] ?? null) : null;
}

function interpolate(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string') {
    return replace.text(value);
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => interpolateEntry(entry, replace));
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([, inner]) => !isLacking(inner, replace));
    return Object.fromEntries(kept.map(([key, inner]) => [key, interpolate(inner, replace)]));
  }
  return value;
}

function interpolateEntry(entry: unknown, replace: Replace): unknown[] {
  if (typeof entry === 'string' && WHOLE_VARIABLE.test(entry)) {
    return replace.list(entry);
  }
  if (typeof entry !== 'object' || entry === null) {
    return [interpolate(entry, replace)];
  }
  if (Object.values(entry).some((inner) => typeof inner === 'string' && replace.lacks(inner))) {
    return [];
  }
  if (isNamed(entry) && WHOLE_VARIABLE.test(entry.name)) {
    const { name } = entry;
    return replace
      .list(name)
      .map((one) => ({ ...(interpolate(entry, replace.within(name, one)) as object), name: one }));
  }
  return [interpolate(entry, replace)];
}

function isLacking(value: unknown, replace: Replace): boolean {
  return typeof value === 'string' && WHOLE_VARIABLE.test(value) && replace.lacks(value);
}

function isNamed(entry: object): entry is { name: string } {
  return 'name' in entry && typeof entry.name === 'string';
}
