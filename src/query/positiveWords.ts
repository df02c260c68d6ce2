/** What the positive class is usually called, in small letters: that which is meant where a query names none. */
export const POSITIVE_WORDS: ReadonlySet<string> = new Set(['1', 'true', 'yes', 'y', 't', 'positive', 'pos']);
