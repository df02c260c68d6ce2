import { nextDouble } from '../../../distribution/nextDouble';
import type { Constant } from '../../../distribution/rule/TypedRule';
import type { EpochUnit } from '../../../query/epochTime';
import type { Comparator } from '../../../query/rule/RuleNode';
import { storedFrom } from '../fields/precision';
import type { StoreField } from '../fields/StoreField';
import { type Filters, NONE, type Query, type RuleField, some } from './RuleField';

/** Where a field's values part: those below a bound, and those that are it or more. */
interface Cut {
  readonly below: Query;
  readonly from: Query;
}

/**
 * Filters for a number or a time of documents against a constant. What equals it lies from a first stored value to before
 * another one: the precision of the field, and a day as all its moments, are in those. Null where no filter says it.
 */
export function limitFilters(
  { field, unit }: Pick<RuleField, 'field' | 'unit'>,
  op: Comparator,
  constant: Constant
): Filters | null {
  const cuts = cutsOf(field, unit, constant);
  if (cuts === null) {
    return null;
  }
  const [first, after] = cuts;
  switch (op) {
    case '<':
      return { holds: first.below, fails: first.from };
    case '>=':
      return { holds: first.from, fails: first.below };
    case '<=':
      return { holds: after.below, fails: after.from };
    case '>':
      return { holds: after.from, fails: after.below };
    default: {
      const equal: Query = { bool: { filter: [first.from, after.below] } };
      const other = some([first.below, after.from]);
      return op === '==' ? { holds: equal, fails: other } : { holds: other, fails: equal };
    }
  }
}

function cutsOf(field: StoreField, unit: EpochUnit | undefined, constant: Constant): readonly [Cut, Cut] | null {
  if (constant.as === 'number' && field.kind === 'integer') {
    return wholeCuts(field, constant.exact ?? constant.value);
  }
  if (constant.as === 'number' && field.kind === 'decimal') {
    return decimalCuts(field, constant.value);
  }
  if (constant.as === 'time' && field.kind === 'integer' && unit !== undefined) {
    return epochCuts(field, unit, constant);
  }
  return constant.as === 'time' && field.kind === 'time' ? timeCuts(field, constant.from, constant.to) : null;
}

function nothing(): readonly [Cut, Cut] {
  const cut = { below: NONE, from: NONE };
  return [cut, cut];
}

function decimalCuts(field: StoreField, value: number): readonly [Cut, Cut] {
  if (Number.isNaN(value)) {
    return nothing();
  }
  const first = held(storedFrom(value, field.precision), field);
  const after = held(storedFrom(nextDouble(value), field.precision), field);
  return [cutAt(field, first, written(first)), cutAt(field, after, written(after))];
}

const LARGEST_HALF = 65_504;

/** The store refuses what the field can't hold. */
function held(bound: number, { precision }: StoreField): number {
  return precision === 'half' && Math.abs(bound) > LARGEST_HALF ? Math.sign(bound) * Infinity : bound;
}

/** Two zeros are one: the negative one is the first of both. */
function written(value: number): string {
  return value === 0 ? '-0.0' : String(value);
}

const UNITS_A_SECOND: Readonly<Record<EpochUnit, bigint>> = {
  seconds: 1n,
  milliseconds: 1_000n,
  microseconds: 1_000_000n,
  nanoseconds: 1_000_000_000n,
};

/** Whole numbers that count from 1970: those that lie at a time or after it, and those after what equals it. */
function epochCuts(
  field: StoreField,
  unit: EpochUnit,
  { from, to }: Extract<Constant, { readonly as: 'time' }>
): readonly [Cut, Cut] {
  if (Number.isNaN(from)) {
    return nothing();
  }
  const range = RANGES[field.mapped] ?? RANGES.long;
  const counts = [from, to > from ? to : from].map((time) => {
    const scaled = nanosOf(time) * UNITS_A_SECOND[unit];
    const whole = scaled / NS_A_SECOND;
    const rest = scaled % NS_A_SECOND;
    return { ceiling: rest > 0n ? whole + 1n : whole, isWhole: rest === 0n };
  });
  const [first, last] = counts;
  const after = to > from || !last.isWhole ? last.ceiling : last.ceiling + 1n;
  const [one, other] = [first.ceiling, after].map((bound) => cutAt(field, within(bound, range), String(bound)));
  return [one, other];
}

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-(2n ** 7n), 2n ** 7n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  unsigned_long: [0n, 2n ** 64n - 1n],
};

function wholeCuts(field: StoreField, value: number | bigint): readonly [Cut, Cut] | null {
  const range = RANGES[field.mapped];
  if (range === undefined) {
    return null;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? nothing() : [cutAt(field, value, ''), cutAt(field, Infinity, '')];
  }
  const first = BigInt(typeof value === 'bigint' ? value : Math.ceil(value));
  const after = BigInt(typeof value === 'bigint' ? value : Math.floor(value)) + 1n;
  const [one, other] = [first, after].map((bound) => cutAt(field, within(bound, range), String(bound)));
  return [one, other];
}

/** A bound that no value of the type reaches, or all do, is none: the store refuses it. */
function within(bound: bigint, [least, most]: readonly [bigint, bigint]): number {
  return bound <= least ? -Infinity : bound > most ? Infinity : 0;
}

const NS_A_MS = 1_000_000n;
const NS_A_SECOND = 1_000_000_000n;
const LAST_NANO = 2n ** 63n - 1n;
/** What ISO 8601 writes with four digits for the year. */
const WRITABLE = { from: Date.parse('0001-01-01T00:00:00Z'), to: Date.parse('9999-12-31T00:00:00Z') };

function timeCuts(field: StoreField, from: number, to: number): readonly [Cut, Cut] | null {
  if (Number.isNaN(from)) {
    return nothing();
  }
  if (from < WRITABLE.from || to > WRITABLE.to) {
    return null;
  }
  const isNanos = field.mapped === 'date_nanos';
  const ticks = (time: number) => (isNanos ? nanosOf(time) : BigInt(Math.ceil(time)));
  const first = ticks(from);
  const after = to > from ? ticks(to) : Number.isInteger(from) || isNanos ? first + 1n : first;
  const [one, other] = [first, after].map((tick) => {
    // A date in nanoseconds is none before 1970, nor after 2262.
    const bound = isNanos ? within(tick, [0n, LAST_NANO]) : 0;
    return cutAt(field, bound, bound === 0 ? isoOf(tick, isNanos) : '');
  });
  return [one, other];
}

function nanosOf(time: number): bigint {
  const whole = Math.floor(time);
  return BigInt(whole) * NS_A_MS + BigInt(Math.round((time - whole) * 1e6));
}

function isoOf(tick: bigint, isNanos: boolean): string {
  if (!isNanos) {
    return new Date(Number(tick)).toISOString();
  }
  const rest = tick % NS_A_MS;
  return new Date(Number(tick / NS_A_MS)).toISOString().replace('Z', `${String(rest).padStart(6, '0')}Z`);
}

/** An infinite bound is none: before it is everything, or nothing. */
function cutAt(field: StoreField, bound: number, text: string): Cut {
  const all: Query = { exists: { field: field.counted } };
  if (!Number.isFinite(bound)) {
    return bound > 0 ? { below: all, from: NONE } : { below: NONE, from: all };
  }
  const format = field.kind === 'time' ? { format: FORMATS[field.mapped] ?? FORMATS.date } : {};
  const range = (bounds: Query): Query => ({ range: { [field.counted]: { ...bounds, ...format } } });
  return { below: range({ lt: text }), from: range({ gte: text }) };
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'strict_date_optional_time',
  date_nanos: 'strict_date_optional_time_nanos',
};
