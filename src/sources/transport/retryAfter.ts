/** Longer waits are told instead: whoever asks would have gone. */
const LONGEST_MS = 20_000;
const ASKED_TO_WAIT: ReadonlySet<number> = new Set([429, 503]);

/**
 * Milliseconds after which a store wants to be asked again; null where it doesn't say, or the wait is too long. Definition of
 * the header, seconds or a date: RFC 9110, section 10.2.3.
 */
export function retryAfter(status: number, header: string | undefined, now: number): number | null {
  if (header === undefined || !ASKED_TO_WAIT.has(status)) {
    return null;
  }
  const wait = /^\d+$/.test(header.trim()) ? 1000 * Number(header) : Date.parse(header) - now;
  return Number.isNaN(wait) || wait > LONGEST_MS ? null : Math.max(0, wait);
}
