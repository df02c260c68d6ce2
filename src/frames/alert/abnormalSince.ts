import type { TimeRange } from '../../query/time';
import type { Severity } from '../../verdict/Verdict';

/** Since when something has been abnormal. */
export interface AbnormalSince {
  /** Milliseconds: start of the oldest window of the stretch; null where the newest window is normal or undecided. */
  readonly since: number | null;
  /** Whether no window before the stretch was normal, so that it may have begun earlier than what was asked for. */
  readonly isOrEarlier: boolean;
}

/**
 * The last stretch of windows with severity 1 or 2. Windows that decide nothing, such as quiet nights, don't end a stretch,
 * unless there are more of them in a row than windows of the stretch so far.
 */
export function abnormalSince(
  verdicts: ReadonlyArray<{ readonly severity: Severity; readonly window: TimeRange | null }>
): AbnormalSince {
  let since: number | null = null;
  let [abnormal, undecided] = [0, 0];
  for (const { severity, window } of verdicts.toReversed()) {
    if (severity === 0) {
      return { since, isOrEarlier: false };
    }
    undecided = severity === null ? undecided + 1 : 0;
    if (undecided > abnormal) {
      break;
    }
    if (severity !== null) {
      abnormal++;
      since = window?.from ?? null;
    }
  }
  return { since, isOrEarlier: since !== null };
}
