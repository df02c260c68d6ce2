import type { Distribution } from '../../distribution/Distribution';
import { summarize } from '../../distribution/summarize';
import type { Arrival } from '../../query/arrival';

/** The longest that a row took to arrive, moved out by `tolerance` of itself, to whole seconds; null where none tells. */
export function learnArrival(delays: Distribution, field: string, tolerance: number): Arrival | null {
  const { maximum } = summarize(delays);
  if (maximum === null || !Number.isFinite(maximum)) {
    return null;
  }
  return { field, maxDelay: `${Math.max(1, Math.ceil(Number((maximum * (1 + tolerance)).toPrecision(12))))}s` };
}
