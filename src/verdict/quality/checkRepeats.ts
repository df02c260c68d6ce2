import type { Repeats } from '../../statistics/quality/repeats';
import type { Checked } from './Finding';

/** Rows that stand there several times, or by a key that should be each row's own: they are not independent. */
export function checkRepeats(found: ReadonlyArray<Repeats & { readonly key: string | null }> = []): Checked[] {
  return found.map(({ key, rows, different, share, expected }) => ({
    check: 'rows',
    code: 'rows_dependent',
    pValue: null,
    notable: true,
    severity: 1,
    facts: { key, count: rows, different, share, expected },
  }));
}
