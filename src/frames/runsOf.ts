import type { TimeRange } from '../query/time';

/** Windows in a row that have a property; windows without a time have no place on a time axis. */
export function runsOf<T extends { readonly window: TimeRange | null }>(
  verdicts: readonly T[],
  belongs: (verdict: T) => boolean
): T[][] {
  const runs: T[][] = [];
  for (const verdict of verdicts) {
    if (!belongs(verdict) || verdict.window === null) {
      continue;
    }
    const run = runs.at(-1);
    if (run?.at(-1)?.window?.to === verdict.window.from) {
      run.push(verdict);
    } else {
      runs.push([verdict]);
    }
  }
  return runs;
}
