import type { TimeRange } from '../../query/time';
import type { BaselineSide } from '../baselineOf';

/**
 * Tells of a past window whether it lies in the baseline of this current window. A query of many windows counts the past of
 * all of them at once: the past of a later window holds this one, and days that had not come yet.
 */
export function isOfBaseline(
  { windows, windowOf, parts }: Pick<BaselineSide, 'windows' | 'windowOf' | 'parts'>,
  window: number
): (past: TimeRange) => boolean {
  const own =
    parts === undefined ? [windows[windowOf[window]]] : parts.of[windowOf[window]].map((i) => parts.windows[i]);
  return (past) => own.some((one) => one !== null && past.from >= one.from && past.to <= one.to);
}
