import type { TimeRange } from '../../../query/time';

/** Windows of one length at equal distances: one range query answers them all. */
export interface Run {
  /** Milliseconds, as all times here. */
  readonly length: number;
  /** From one window's end to the next. */
  readonly step: number;
  /** Of the first window. */
  readonly firstEnd: number;
  /** Indices into the windows, in order of their ends. */
  readonly windows: readonly number[];
}

/** Prometheus answers at most 11,000 points a series. */
const MOST_POINTS = 10_000;

/** As few runs as a single pass finds. Days that daylight saving makes shorter or longer have runs of their own. */
export function groupRuns(windows: readonly TimeRange[]): Run[] {
  const byLength = new Map<number, number[]>();
  windows.forEach(({ from, to }, index) => {
    byLength.set(to - from, [...(byLength.get(to - from) ?? []), index]);
  });
  return [...byLength].flatMap(([length, indices]) => runsOfLength(windows, length, indices));
}

function runsOfLength(windows: readonly TimeRange[], length: number, indices: number[]): Run[] {
  const sorted = [...indices].sort((a, b) => windows[a].to - windows[b].to);
  const runs: Run[] = [];
  let run: number[] = [];
  let step = 0;
  const finish = () => {
    if (run.length > 0) {
      runs.push({ length, step: step || length, firstEnd: windows[run[0]].to, windows: run });
    }
    run = [];
    step = 0;
  };
  for (const index of sorted) {
    const gap = run.length === 0 ? 0 : windows[index].to - windows[run[run.length - 1]].to;
    if ((run.length > 1 && gap !== step) || (run.length === 1 && gap === 0) || run.length === MOST_POINTS) {
      finish();
    } else if (run.length === 1) {
      step = gap;
    }
    run.push(index);
  }
  finish();
  return runs;
}

/** End of a run's last window. */
export function lastEnd({ firstEnd, step, windows }: Run): number {
  return firstEnd + (windows.length - 1) * step;
}
