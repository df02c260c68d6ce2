import type { TimeRange } from '../../query/time';
import type { Severity } from '../../verdict/Verdict';

/**
 * Start of the oldest window of the last stretch with severity 1 or 2; null where the newest window is normal or undecided.
 * Windows that decide nothing, such as quiet nights, don't end a stretch, unless there are more of them in a row than windows
 * of the stretch so far.
 */
export function abnormalSince(
  verdicts: ReadonlyArray<{ readonly severity: Severity; readonly window: TimeRange | null }>
): number | null {
  let since: number | null = null;
  let [abnormal, undecided] = [0, 0];
  for (const { severity, window } of verdicts.toReversed()) {
    undecided = severity === null ? undecided + 1 : 0;
    if (severity === 0 || undecided > abnormal) {
      break;
    }
    if (severity !== null) {
      abnormal++;
      since = window?.from ?? null;
    }
  }
  return since;
}
