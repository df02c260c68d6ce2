import type { Arrival } from '../../query/arrival';
import { parseDuration } from '../../query/duration';
import { bandOf } from '../../statistics/quality/band';
import type { Checked, CheckOutcome } from './Finding';

const MS_A_SECOND = 1000;
/** Beyond the band a silence must also be so many times the longest of the past windows. */
const LONGER = 2;
const BROKEN = 5;

export interface Ages {
  /** Milliseconds from the newest row to the end of the window, or to now; the window's length where there is none. */
  readonly age: number;
  /** When the newest row was made, in milliseconds; null where there is none. */
  readonly newest: number | null;
  /** The same of past windows as long as this one. */
  readonly past: readonly number[];
}

/** A window at whose end nothing comes any more: for longer than allowed, or than at the end of any past window. */
export function checkAge({ age, newest, past }: Ages, { maxAge }: Arrival): CheckOutcome {
  const facts = { age: age / MS_A_SECOND, newest };
  const stale = { check: 'arrival', code: 'stale', pValue: null } as const;
  const checked: Checked[] = [];
  if (maxAge !== undefined) {
    const limit = parseDuration(maxAge);
    const allowed = { ...facts, allowed: limit / MS_A_SECOND, usual: null, windows: null };
    checked.push({ ...stale, notable: age > limit, severity: 2, facts: allowed });
  }
  const band = bandOf(past);
  if (band !== null && checked.every(({ notable }) => !notable)) {
    const longest = Math.max(...past);
    const usual = { ...facts, allowed: null, usual: longest / MS_A_SECOND, windows: band.windows };
    const notable = age > band.high && age > LONGER * longest;
    checked.push({ ...stale, notable, severity: age > BROKEN * longest ? 2 : 1, facts: usual });
  }
  return checked.length > 0 || past.length === 0
    ? { checked }
    : { checked, unchecked: 'too few past windows tell how often rows come' };
}
