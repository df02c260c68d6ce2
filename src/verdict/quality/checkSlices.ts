import type { Distribution } from '../../distribution/Distribution';
import { bandOf } from '../../statistics/quality/band';
import type { Checked, CheckOutcome } from './Finding';
import type { RowsOfAll, Stretch } from './RowsOfAll';

/** A short stretch of time, such as an hour, with every feature's distribution in it. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  /** Milliseconds since midnight, in the query's time zone: like is compared with like. */
  readonly timeOfDay: number;
  /** Rows; 0 where there are none. */
  readonly rows: number;
  readonly byFeature: ReadonlyMap<string, Distribution>;
}

/** So many different values that all come an even number of times: once in 2^12 by chance. */
const LEAST_DIFFERENT = 12;
/**
 * Stretches without rows in which the baseline always had some, and stretches in which every row stands twice. Of a segment a
 * gap is judged while it has rows at all; before and after by the rows of all segments: a version that another one took over
 * from has lost none.
 */
export function checkRows(
  slices: readonly Slice[],
  past: readonly Slice[],
  hasRows: boolean,
  { all, window }: { readonly all: RowsOfAll; readonly window: Stretch | null } = { all: ALONE, window: null }
): CheckOutcome {
  if (!hasRows) {
    const stretches = slices.length > 0 ? slices : window === null ? [] : [window];
    if (all.lost(stretches) === false) {
      return { checked: [], unchecked: 'it has no rows, and others have as many as all had' };
    }
    const facts = { past_slices: past.filter(({ rows }) => rows > 0).length };
    return { checked: [{ check: 'rows', code: 'no_rows', pValue: null, notable: true, severity: 2, facts }] };
  }
  return { checked: [...gaps(slices, past, all), ...repeated(slices, past)] };
}

/** Rows that are not told apart. */
const ALONE: RowsOfAll = { active: null, knowsSegment: true, rowsIn: () => 0, lost: () => null };

function gaps(slices: readonly Slice[], past: readonly Slice[], all: RowsOfAll): Checked[] {
  const byTime = new Map<number, number[]>();
  past.forEach(({ timeOfDay, rows }) => byTime.set(timeOfDay, [...(byTime.get(timeOfDay) ?? []), rows]));
  const expected = (slice: Slice) => {
    const counts = byTime.get(slice.timeOfDay) ?? [];
    return bandOf(counts) === null ? 0 : Math.min(...counts);
  };
  const without = slices.filter((slice) => slice.rows === 0 && expected(slice) > 0);
  const isActive = ({ from, to }: Stretch) =>
    all.active === null ? all === ALONE : from >= all.active.from && to <= all.active.to;
  // A baseline that knows the rows of all says nothing of how often a segment has some.
  const within = without.filter((slice) => isActive(slice) && (all.knowsSegment || all.rowsIn(slice) === 0));
  const outside = without.filter((slice) => !isActive(slice));
  const isLost = outside.length > 0 && all.lost(outside) !== false;
  const empty = isLost ? [...within, ...outside].sort((a, b) => a.from - b.from) : within;
  const missing = empty.reduce((sum, slice) => sum + expected(slice), 0);
  return [
    {
      check: 'rows',
      code: 'gap',
      pValue: null,
      // Where at least one row came every day at that time, a single row less is no gap.
      notable: empty.some((slice) => expected(slice) >= 3),
      severity: 2,
      facts: {
        slices: empty.length,
        from: empty[0]?.from ?? null,
        to: empty.at(-1)?.to ?? null,
        rows_expected: missing,
      },
    },
  ];
}

function repeated(slices: readonly Slice[], past: readonly Slice[]): Checked[] {
  const isRepeated = (slice: Slice) => timesRepeated(slice) > 1;
  const found = slices.filter(isRepeated);
  const usual = past.some(isRepeated);
  const facts = {
    slices: found.length,
    from: found[0]?.from ?? null,
    to: found.at(-1)?.to ?? null,
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    times: found.length === 0 ? null : timesRepeated(found[0]),
  };
  return [
    { check: 'rows', code: 'rows_repeated', pValue: null, notable: found.length > 0 && !usual, severity: 2, facts },
  ];
}

/** The number that the counts of all values of all features are multiples of: 2 where every row stands there twice. */
function timesRepeated({ byFeature }: Slice): number {
  let common = 0;
  let different = 0;
  for (const distribution of byFeature.values()) {
    for (const count of countsIn(distribution)) {
      common = divisor(common, count);
      different++;
      if (common === 1) {
        return 1;
      }
    }
  }
  return different >= LEAST_DIFFERENT ? common : 1;
}

function* countsIn(distribution: Distribution): Generator<number> {
  switch (distribution.kind) {
    case 'categories':
      yield* distribution.byCategory.values();
      return;
    case 'histogram':
      yield* distribution.bins.filter((count) => count > 0);
      return;
    case 'samples': {
      const { sorted } = distribution;
      let from = 0;
      for (let i = 1; i <= sorted.length; i++) {
        if (i === sorted.length || sorted[i] !== sorted[from]) {
          yield i - from;
          from = i;
        }
      }
    }
  }
}

/** Counts that are no whole numbers, extrapolated ones, have no divisor but 1. */
function divisor(a: number, b: number): number {
  if (!Number.isInteger(b)) {
    return 1;
  }
  let [x, y] = [a, b];
  while (y > 0) {
    [x, y] = [y, x % y];
  }
  return x;
}
