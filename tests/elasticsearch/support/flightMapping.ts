import type { Row } from '../../quality/faults';

const TIMES = new Set(['time', 'label_time']);
const NUMBERS = /^scheduled_|_miles$|_minutes$|_f$|_mph$|_in$|_mbar$|^probability|^confidence$|^humidity$|^distance$/;

/** Mappings of flights with whatever columns they have: numbers that remember malformed ones, and keywords. */
export function flightMapping(rows: readonly Row[]): Record<string, object> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const typeOf = (name: string) =>
    TIMES.has(name)
      ? { type: 'date' }
      : NUMBERS.test(name)
        ? { type: 'double', ignore_malformed: true }
        : { type: 'keyword' };
  return Object.fromEntries(names.map((name) => [name, typeOf(name)]));
}
