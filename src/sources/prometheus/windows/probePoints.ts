import { lastEnd, type Run } from './runs';

/** Moments at equal distances. */
export interface Points {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Length of the windows that are read. */
  readonly window?: number;
}

/** Looks into a run's time at least so often, to find metrics that live for a part of it. */
const FEWEST = 24;

/** Moments that cover both ends of each window of a run, and some between where there are few windows. */
export function probePoints(run: Run): Points[] {
  const { length, step, firstEnd, windows } = run;
  const parts = wholeParts(length, Math.max(1, Math.ceil(FEWEST / windows.length)));
  if (step === length || windows.length === 1) {
    return [{ start: firstEnd - length, end: lastEnd(run), step: length / parts, window: length }];
  }
  return [
    { start: firstEnd - length, end: lastEnd(run) - length, step, window: length },
    { start: firstEnd, end: lastEnd(run), step, window: length },
  ];
}

/** About so many parts of whole milliseconds: stores know no shorter ones, and the last moment would not be the end. */
function wholeParts(length: number, about: number): number {
  for (let parts = about; parts <= 2 * about; parts++) {
    if (length % parts === 0) {
      return parts;
    }
  }
  return 1;
}
