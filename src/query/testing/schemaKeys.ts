/** The names of all properties in a JSON schema, and the values of its enumerations and constants, however deep; sorted. */
export function schemaKeys(schema: unknown): string[] {
  return [...new Set(walk(schema))].sort();
}

function walk(schema: unknown): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(walk);
  }
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    switch (key) {
      case 'properties':
        return Object.entries(value as object).flatMap(([name, inner]) => [name, ...walk(inner)]);
      case 'enum':
        return (value as unknown[]).map(String);
      case 'const':
        return [String(value)];
      case 'default':
        return [];
      default:
        return walk(value);
    }
  });
}
