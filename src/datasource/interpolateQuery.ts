/** Replaces variables in a text; `list` asks for all values of a variable that has several. */
export interface Replace {
  text(template: string): string;
  list(template: string): string[];
}

const WHOLE_VARIABLE = /^(\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\])$/;

/**
 * Replaces the template variables in every text of a query, however deep. A variable that stands alone in a list, or is
 * the name of a feature, becomes as many entries as it has values.
 */
export function interpolateQuery<Value>(value: Value, replace: Replace): Value {
  return interpolate(value, replace) as Value;
}

function interpolate(value: unknown, replace: Replace): unknown {
  if (typeof value === 'string') {
    return replace.text(value);
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown) => interpolateEntry(entry, replace));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolate(inner, replace)]));
  }
  return value;
}

function interpolateEntry(entry: unknown, replace: Replace): unknown[] {
  if (typeof entry === 'string' && WHOLE_VARIABLE.test(entry)) {
    return replace.list(entry);
  }
  if (isNamed(entry) && WHOLE_VARIABLE.test(entry.name)) {
    return replace.list(entry.name).map((name) => ({ ...(interpolate(entry, replace) as object), name }));
  }
  return [interpolate(entry, replace)];
}

function isNamed(entry: unknown): entry is { name: string } {
  return typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string';
}
