import { percent } from '../figures';
import type { Severity } from '../Verdict';

/** Predictions of a window whose labels should be complete, and those that have one. */
export interface LabelledWindow {
  readonly rows: number;
  readonly labelled: number;
}

export interface LabelArrival {
  /** 2 labels are overdue, 1 fewer than usual, 0 as usual; null with fewer than two windows, or too few rows. */
  readonly severity: Severity;
  readonly share: number | null;
  /** Median of the earlier windows. */
  readonly usual: number | null;
}

/** Fewer rows say too little of a share. */
const LEAST_ROWS = 30;
/** Shares of the usual share. */
const OVERDUE = 0.5;
const FEWER = 0.8;
/** So many standard errors of chance must be exceeded too. */
const NOISE = 3;

/** Whether the newest of several windows, by time, has as many labels as the earlier ones: a job that writes labels may have stopped. */
export function labelArrival(windows: readonly LabelledWindow[]): LabelArrival {
  const enough = windows.filter(({ rows }) => rows >= LEAST_ROWS);
  const newest = enough.at(-1);
  const earlier = enough.slice(0, -1).map(({ rows, labelled }) => labelled / rows);
  if (newest === undefined || earlier.length === 0) {
    return { severity: null, share: newest === undefined ? null : newest.labelled / newest.rows, usual: null };
  }
  const usual = median(earlier);
  const share = newest.labelled / newest.rows;
  const noise = NOISE * Math.sqrt((usual * (1 - usual)) / newest.rows);
  const isBelow = (part: number) => share < part * usual && usual - share > noise;
  return { severity: isBelow(OVERDUE) ? 2 : isBelow(FEWER) ? 1 : 0, share, usual };
}

/** In a sentence. */
export function describeArrival({ severity, share, usual }: LabelArrival): string {
  if (share === null || usual === null) {
    return 'Too few windows with complete labels to tell how many labels usually come.';
  }
  const shares = `${percent(share)} of the predictions have a label, usually ${percent(usual)}`;
  return severity === 0 ? `Labels came as usual: ${shares}.` : `Labels are overdue: ${shares}.`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
