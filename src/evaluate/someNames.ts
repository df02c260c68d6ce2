const MOST_NAMED = 8;

/** Names for a sentence: the first few, and how many more there are. */
export function someNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
