import type { Run } from './runs';

/** A run from the first to the last of its windows that are wanted, and `beside` of them at both ends; null where none is. */
export function partOfRun(run: Run, isWanted: (window: number) => boolean, beside = 0): Run | null {
  const from = run.windows.findIndex(isWanted);
  if (from === -1) {
    return null;
  }
  const first = Math.max(0, from - beside);
  const last = run.windows.findLastIndex(isWanted) + beside;
  return { ...run, firstEnd: run.firstEnd + first * run.step, windows: run.windows.slice(first, last + 1) };
}
