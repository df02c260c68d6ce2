import type { FindingCode } from '../../src/verdict/quality/Finding';

export type Row = Readonly<Record<string, unknown>>;

/** Something that went wrong with a day of flights, and what must be said of it. */
export interface Fault {
  readonly name: string;
  inject(rows: readonly Row[]): Row[];
  /** Expectations of the query, by feature. */
  readonly expect?: Readonly<Record<string, object>>;
  readonly found: { readonly feature: string; readonly code: FindingCode; readonly facts?: object };
  /** What follows from it and is said as well: features and codes. */
  readonly also?: readonly string[];
}

const MILES_IN_KM = 1.609344;

function each(change: (row: Row, i: number) => Row) {
  return (rows: readonly Row[]) => rows.map(change);
}

function hourOf({ time }: Row): number {
  return (time as Date).getUTCHours();
}

/** From here on the sensor hangs. */
const STUCK_FROM = 14;

export const FAULTS: readonly Fault[] = [
  {
    name: 'a renamed column',
    inject: each(({ distance_miles: distance, ...row }) => ({ ...row, distance })),
    found: { feature: 'distance_miles', code: 'column_renamed', facts: { renamed_to: 'distance' } },
  },
  {
    name: 'a renamed category',
    inject: each(({ carrier: airline, ...row }) => ({ ...row, airline })),
    found: { feature: 'carrier', code: 'column_renamed', facts: { renamed_to: 'airline' } },
  },
  {
    name: 'a column that is gone',
    inject: each(({ visibility_miles: _, ...row }) => row),
    found: { feature: 'visibility_miles', code: 'column_vanished' },
  },
  {
    name: 'a column that is new',
    inject: each((row, i) => ({ ...row, humidity: 40 + (i % 50) })),
    found: { feature: 'humidity', code: 'column_new' },
  },
  {
    name: 'miles that became kilometers',
    inject: each((row) => ({ ...row, distance_miles: Number(row.distance_miles) * MILES_IN_KM })),
    found: { feature: 'distance_miles', code: 'unit_changed', facts: { name: 'miles to kilometers' } },
  },
  {
    name: 'text that is cut off',
    inject: each((row) => ({ ...row, destination: String(row.destination).slice(0, 2) })),
    found: { feature: 'destination', code: 'truncated', facts: { longest: 2, longest_baseline: 3 } },
  },
  {
    name: 'codes in small letters',
    inject: each((row) => ({ ...row, carrier: String(row.carrier).toLowerCase() })),
    found: { feature: 'carrier', code: 'spelling_changed' },
  },
  {
    name: 'NaN instead of numbers',
    inject: each((row, i) => (i % 3 === 0 ? { ...row, temperature_f: NaN } : row)),
    found: { feature: 'temperature_f', code: 'nan_changed' },
  },
  {
    name: 'missing numbers',
    inject: each((row, i) => (i % 3 === 0 ? { ...row, temperature_f: null } : row)),
    found: { feature: 'temperature_f', code: 'missing_changed' },
  },
  {
    name: 'infinite numbers',
    inject: each((row, i) => (i % 200 === 0 ? { ...row, airport_delay_minutes: Infinity } : row)),
    found: { feature: 'airport_delay_minutes', code: 'infinite', facts: { negative: 0 } },
  },
  {
    name: 'text among numbers',
    inject: each((row, i) => (i % 50 === 0 ? { ...row, scheduled_minutes: 'cat' } : row)),
    found: { feature: 'scheduled_minutes', code: 'mistyped' },
  },
  {
    name: 'text instead of numbers',
    inject: each((row) => ({ ...row, scheduled_minutes: Number(row.scheduled_minutes) > 150 ? 'long' : 'short' })),
    found: { feature: 'scheduled_minutes', code: 'type_changed', facts: { found: 'text' } },
  },
  {
    name: 'a number outside of the allowed range',
    inject: each((row, i) => (i === 7 ? { ...row, scheduled_minutes: -15 } : row)),
    expect: { scheduled_minutes: { min: 0 } },
    found: { feature: 'scheduled_minutes', code: 'outside_range', facts: { count: 1, farthest: -15 } },
  },
  {
    name: 'a category outside of the allowed set',
    inject: each((row, i) => (i === 7 ? { ...row, origin: 'cat' } : row)),
    expect: { origin: { allowed: ['EWR', 'JFK', 'LGA'] } },
    found: { feature: 'origin', code: 'outside_set', facts: { count: 1, examples: '"cat"' } },
  },
  {
    name: 'a sensor that is stuck',
    inject: each((row) => (hourOf(row) >= STUCK_FROM ? { ...row, wind_speed_mph: 9.2 } : row)),
    found: { feature: 'wind_speed_mph', code: 'stuck', facts: { value: '9.2' } },
  },
  {
    name: 'a model that answers one class',
    inject: each((row) => ({ ...row, prediction: 'late' })),
    found: { feature: 'prediction', code: 'constant', facts: { value: 'late' } },
  },
  {
    name: 'an hour that was loaded twice',
    inject: (rows) => rows.flatMap((row) => (hourOf(row) === 15 ? [row, row] : [row])),
    found: { feature: '(rows)', code: 'rows_repeated', facts: { slices: 1, times: 2 } },
  },
  {
    name: 'three hours without rows',
    inject: (rows) => rows.filter((row) => hourOf(row) < 14 || hourOf(row) > 16),
    found: { feature: '(rows)', code: 'gap', facts: { slices: 3 } },
  },
  {
    name: 'a category that is gone',
    inject: (rows) => rows.filter(({ carrier }) => carrier !== 'B6'),
    found: { feature: 'carrier', code: 'category_vanished', facts: { category: 'B6' } },
    // No other airline flies in the last hour before midnight.
    also: ['(rows) gap'],
  },
  {
    name: 'a category that is new',
    inject: each((row, i) => (i % 20 === 0 ? { ...row, carrier: 'ZZ' } : row)),
    found: { feature: 'carrier', code: 'category_new', facts: { category: 'ZZ' } },
  },
  {
    name: 'a number for a code',
    inject: each((row) => ({ ...row, origin: ['EWR', 'JFK', 'LGA'].indexOf(String(row.origin)) })),
    found: { feature: 'origin', code: 'type_changed', facts: { found: 'numbers' } },
  },
];
