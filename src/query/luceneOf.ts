/** A Lucene query for what `query` matches in one segment; undefined where that is everything. */
export function luceneOf(query: string | undefined, segment: Readonly<Record<string, string>>): string | undefined {
  const terms = Object.entries(segment).map(([field, value]) => `${escapeField(field)}:${quote(value)}`);
  const parts = [...(query?.trim() ? [terms.length > 0 ? `(${query.trim()})` : query.trim()] : []), ...terms];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

/** A Lucene query for what lacks the field. */
export function luceneWithout(field: string): string {
  return `NOT ${escapeField(field)}:*`;
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

/** What Lucene reserves, in a field's name as in a term. */
function escapeField(field: string): string {
  return field.replace(/[+\-=&|><!(){}[\]^"~*?:\\/\s]/g, '\\$&');
}
