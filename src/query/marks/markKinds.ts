/**
 * What people say of the past: `accept` (the new state is normal), `incident` (nothing is to be learned from it), and whether
 * an alarm was `true-alarm` or `false-alarm`. Apart from the schema, which panels would load a library for.
 */
export const MARK_KINDS = ['accept', 'incident', 'true-alarm', 'false-alarm'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
