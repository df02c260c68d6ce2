export type Json = Readonly<Record<string, unknown>>;

/** The settings of a data source, whatever is wrong with them; empty where they are no object. */
export function settingsObject(jsonData: string): Json {
  try {
    return objectOf(JSON.parse(jsonData || '{}'));
  } catch {
    return {};
  }
}

export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
