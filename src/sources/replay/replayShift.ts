/** The smallest multiple of `period` that brings the record's end to `now` or later; 0 where it lies there already. All in ms. */
export function replayShift(end: number, period: number, now: number): number {
  return Math.max(0, Math.ceil((now - end) / period) * period);
}
