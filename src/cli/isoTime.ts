/** Milliseconds since the epoch as JSON writes a time. */
export function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
