import type { FindingCode } from '../../src/verdict/quality/Finding';
import type { Row } from './faults';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Flights as a log has them that takes 2 to 12 seconds to arrive, and for one in two hundred a minute more. */
export function logged(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => {
    const seconds = 2 + ((i * 7919) % 101) / 10 + (i % 200 === 0 ? 60 : 0);
    return { ...row, logged_at: new Date(Number(row.time) + seconds * SECOND) };
  });
}

/** Something that went wrong with when the rows of a day arrived, and what must be said of it. */
export interface ArrivalFault {
  readonly name: string;
  inject(rows: readonly Row[]): Row[];
  /** Beside the field, what the query expects. */
  readonly arrival?: object;
  readonly found: readonly string[];
  readonly facts?: object;
  readonly words: RegExp;
}

const found = (feature: string, code: FindingCode) => `${feature} ${code}`;

function later(delay: (row: Row, i: number) => number) {
  return (rows: readonly Row[]) =>
    rows.map((row, i) => ({ ...row, logged_at: new Date(Number(row.logged_at) + delay(row, i)) }));
}

export const ARRIVAL_FAULTS: readonly ArrivalFault[] = [
  {
    name: 'a log that comes an hour late as a whole',
    inject: later(() => HOUR),
    found: [found('(delay)', 'late_changed')],
    facts: { share: 1 },
    words:
      /^More rows arrive late: 100% .* took longer than 1[12]\.?\d* seconds, in the baseline .* half of all took 1 hour or/,
  },
  {
    name: 'one row in twenty that comes with the next day',
    inject: later((_, i) => (i % 20 === 0 ? DAY : 0)),
    found: [found('(delay)', 'late_changed')],
    words: /the longest 1 day\. Adjusted p /,
  },
  {
    name: 'rows later than what is allowed',
    inject: later((_, i) => (i % 50 === 0 ? 15 * MINUTE : 0)),
    arrival: { maxDelay: '10m', tolerate: 0.01 },
    found: [found('(delay)', 'late')],
    facts: { limit: 600, tolerated: 0.01 },
    words: /rows \(2\.?\d*%\) took longer to arrive than is allowed, 10 minutes;/,
  },
  {
    name: 'a clock that is an hour slow',
    inject: later(() => -HOUR),
    found: [found('(delay)', 'early')],
    facts: { share: 1, share_baseline: 0 },
    words: /\(100%\) arrived before they were made, up to (1 hour|60 minutes) before/,
  },
  {
    name: 'rows that do not say when they arrived',
    inject: (rows) => rows.map((row, i) => (i % 3 === 0 ? { ...row, logged_at: null } : row)),
    found: [found('(delay)', 'missing_changed')],
    words: /^Missing values went from 0% to 33/,
  },
  {
    name: 'a feed that stopped in the evening, against what is allowed',
    inject: (rows) => rows.filter(({ time }) => Number(time) % DAY < 2 * HOUR || Number(time) % DAY > 4 * HOUR),
    arrival: { maxAge: '1h' },
    // No row after ten in the evening leaves the hours until midnight empty.
    found: [found('(rows)', 'gap'), found('(rows)', 'stale')],
    words: /^No data since 2013-0\d-\d\d 01:\d\d UTC, for 2\.?\d* hours; no more than 1 hour is allowed|^No rows in/,
  },
];
