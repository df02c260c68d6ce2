import type { TimeRange } from '../../query/time';
import { bandOf } from '../../statistics/quality/band';
import type { Slice } from '../../verdict/quality/checkSlices';
import type { RowsOfAll } from '../../verdict/quality/RowsOfAll';

/** Rows of all segments together, in slices and in windows; past ones beside them. */
export interface Totals {
  readonly slices: readonly TotalSlice[];
  readonly pastSlices: readonly TotalSlice[];
  /** By the window's index; null where windows have no time. */
  readonly windows: ReadonlyArray<TotalWindow | null>;
  readonly past: readonly TotalWindow[];
}

interface TotalWindow extends TimeRange {
  readonly rows: number;
}

export type TotalSlice = Pick<Slice, 'from' | 'to' | 'timeOfDay' | 'rows'>;

/** With those past windows and slices alone that one window is compared with. */
export function totalsWithin(totals: Totals, isOwn: (past: TimeRange) => boolean): Totals {
  return { ...totals, pastSlices: totals.pastSlices.filter(isOwn), past: totals.past.filter(isOwn) };
}

/** The slices of several segments as one. */
export function sumSlices(slices: ReadonlyArray<readonly TotalSlice[]>): TotalSlice[] {
  const [first = []] = slices;
  return first.map(({ from, to, timeOfDay }, index) => ({
    ...{ from, to, timeOfDay },
    rows: slices.reduce((sum, own) => sum + own[index].rows, 0),
  }));
}

/**
 * Tells a version that another one took over from one whose rows are lost: then all segments together have fewer rows than
 * at these times of any past day.
 */
export function rowsOfAll(totals: Totals, own: readonly TotalSlice[], knowsSegment: boolean): RowsOfAll {
  const filled = own.filter(({ rows }) => rows > 0);
  const last = filled.at(-1);
  const past = new Map<number, number[]>();
  for (const { timeOfDay, rows } of totals.pastSlices) {
    past.set(timeOfDay, [...(past.get(timeOfDay) ?? []), rows]);
  }
  const slices = new Map(totals.slices.map((slice) => [slice.from, slice]));
  return {
    active: last === undefined ? null : { from: filled[0].from, to: last.to },
    knowsSegment,
    rowsIn: ({ from }) => slices.get(from)?.rows ?? 0,
    lost(stretches) {
      let [now, least, all] = [0, 0, 0];
      let isKnown = false;
      for (const { from, to } of stretches) {
        const slice = slices.get(from);
        const isSlice = slice?.to === to;
        const rows = (isSlice ? slice : totals.windows.find((one) => one?.from === from && one.to === to))?.rows ?? 0;
        const band = bandOf(isSlice ? (past.get(slice.timeOfDay) ?? []) : totals.past.map(({ rows }) => rows));
        all += rows;
        if (band !== null) {
          isKnown = true;
          now += rows;
          // Of a single window chance alone may make the least of the past; of many slices it doesn't each time.
          least += isSlice ? Math.min(...(past.get(slice.timeOfDay) ?? [])) : band.low;
        }
      }
      return isKnown ? now < least : knowsSegment ? null : all === 0;
    },
  };
}
