import type { Checked } from './Finding';

/** Rows whose time has not come yet; null where there are none. */
export interface Ahead {
  readonly rows: number;
  /** The time of the farthest one, in milliseconds. */
  readonly farthest: number;
}

/** Rows from the future: a wrong clock, zone or unit. They don't count as data that came. */
export function checkAhead(ahead: Ahead | null): Checked[] {
  if (ahead === null || ahead.rows === 0) {
    return [];
  }
  const facts = { count: ahead.rows, farthest: ahead.farthest };
  return [{ check: 'arrival', code: 'ahead', pValue: null, notable: true, severity: 2, facts }];
}
