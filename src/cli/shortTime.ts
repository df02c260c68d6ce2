/** A time in UTC to the minute, as tables write it; a dash where there is none. */
export function shortTime(time: number | null): string {
  return time === null ? '-' : new Date(time).toISOString().slice(0, 16);
}
