import {
  type EpochUnit,
  epochUnitOf,
  isSerialDay,
  isWrittenDate,
  LATEST_TIME,
  millisecondsOf,
} from '../../../query/epochTime';

/** Numbers that are no times, or of which nobody can tell what they count. */
export class NoTimes extends Error {
  override name = 'NoTimes';

  /** The message goes on behind the cell's text. */
  constructor(
    readonly index: number,
    message: string
  ) {
    super(message);
  }
}

export interface EpochTimes {
  /** Milliseconds since the epoch; NaN where there is no time. */
  readonly values: Float64Array;
  /** Numbers that can't be times among those that are: how many, and the first's index. */
  readonly strange: { readonly count: number; readonly first: number } | null;
}

/** As large a share of the numbers may be in another unit, and one at least. */
const MOST_STRANGE = 0.05;

/**
 * Numbers as times. The unit is that of most, so that one far away changes nothing; `weights` says how often each occurs.
 * Throws NoTimes where they only look like times, or mix units.
 */
export function epochTimes(numbers: Float64Array, weights?: Int32Array): EpochTimes {
  const kinds = new Map<string, { count: number; first: number }>();
  let areDates = true;
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isNaN(numbers[i]) && weights?.[i] !== 0) {
      const kind = epochUnitOf(numbers[i]);
      const known = kinds.get(kind) ?? { count: 0, first: i };
      known.count += weights?.[i] ?? 1;
      kinds.set(kind, known);
      areDates &&= isWrittenDate(numbers[i]);
    }
  }
  if (kinds.size === 0) {
    return { values: numbers, strange: null };
  }
  const unit = unitOf(kinds, numbers, areDates);
  return convert(numbers, unit, weights);
}

function unitOf(
  kinds: ReadonlyMap<string, { readonly count: number; readonly first: number }>,
  numbers: Float64Array,
  areDates: boolean
): EpochUnit {
  // Of as many, the one that is a time.
  const rank = (kind: string) => (kind === 'small' || kind === 'late' ? 0 : 1);
  const [[most, { first }]] = [...kinds].sort(([a, x], [b, y]) => y.count - x.count || rank(b) - rank(a));
  if (areDates) {
    throw new NoTimes(first, 'is a date written as a number, and not a time since 1970: write it as 2024-02-04');
  }
  if (most === 'small') {
    throw new NoTimes(
      first,
      isSerialDay(numbers[first])
        ? 'looks like a day of a spreadsheet, counted from 1900: write ISO 8601, such as 2024-02-04T10:30:00Z'
        : 'is too small for a time since 1970: write ISO 8601, or seconds since 1970'
    );
  }
  if (most === 'late') {
    throw new NoTimes(first, 'is no time from 1973 to 2200 in any unit: write ISO 8601, or seconds since 1970');
  }
  const others = [...kinds].filter(([kind]) => kind !== most && kind !== 'small');
  const strange = others.reduce((sum, [, { count }]) => sum + count, 0);
  const all = [...kinds.values()].reduce((sum, { count }) => sum + count, 0);
  if (strange > Math.max(1, MOST_STRANGE * all)) {
    const [kind, other] = others[0];
    const what = kind === 'late' ? 'no time in any unit' : kind;
    throw new NoTimes(other.first, `counts ${what}, and ${numbers[first]} ${most}: write all times in one unit`);
  }
  return most as EpochUnit;
}

function convert(numbers: Float64Array, unit: EpochUnit, weights?: Int32Array): EpochTimes {
  const values = new Float64Array(numbers.length);
  let count = 0;
  let first = -1;
  for (let i = 0; i < numbers.length; i++) {
    const isNone = Number.isNaN(numbers[i]);
    const isStrange = !isNone && epochUnitOf(numbers[i]) !== unit;
    values[i] = isNone || isStrange ? NaN : millisecondsOf(numbers[i], unit);
    if (isStrange && weights?.[i] !== 0) {
      count += weights?.[i] ?? 1;
      first = first < 0 ? i : first;
    }
  }
  return { values, strange: count === 0 ? null : { count, first } };
}

/** Times without those that stand for no end, such as the year 9999. Throws NoTimes where there are no others. */
export function plausibleTimes(times: Float64Array, weights?: Int32Array): EpochTimes {
  let count = 0;
  let first = -1;
  let others = 0;
  for (let i = 0; i < times.length; i++) {
    const weight = weights?.[i] ?? 1;
    if (times[i] >= LATEST_TIME) {
      count += weight;
      first = first < 0 ? i : first;
    } else if (!Number.isNaN(times[i])) {
      others += weight;
    }
  }
  if (count === 0) {
    return { values: times, strange: null };
  }
  if (others === 0) {
    throw new NoTimes(first, 'lies after the year 2200: choose another time field, or correct the times');
  }
  return { values: times.map((time) => (time >= LATEST_TIME ? NaN : time)), strange: { count, first } };
}
