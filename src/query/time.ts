import { isDuration, parseDuration } from './duration';

/** A half-open stretch of time [from, to), in milliseconds since the epoch. */
export interface TimeRange {
  from: number;
  to: number;
}

/** Far beyond any data; with the longest duration before it, it still is a date. */
const LATEST_MS = 4e15;

/** Whether both ends are times that a date can be. */
export function isTimeRange({ from, to }: TimeRange): boolean {
  return Math.abs(from) <= LATEST_MS && Math.abs(to) <= LATEST_MS;
}

const RELATIVE = /^now(?:([+-])(.+))?$/;

export function isTimeExpression(text: string): boolean {
  const relative = RELATIVE.exec(text);
  if (relative) {
    return relative[2] === undefined || isDuration(relative[2]);
  }
  return !Number.isNaN(parseIsoTime(text));
}

/** Milliseconds since the epoch of an ISO time or of `now`, `now-6h`. Throws a RangeError naming the text. */
export function parseTime(text: string, now: number): number {
  if (!isTimeExpression(text)) {
    throw new RangeError(`"${text}" is not a time: write an ISO time such as 2013-07-01T00:00:00Z, or now-6h`);
  }
  const relative = RELATIVE.exec(text);
  if (relative) {
    const shift = relative[2] === undefined ? 0 : parseDuration(relative[2]);
    return relative[1] === '-' ? now - shift : now + shift;
  }
  return parseIsoTime(text);
}

/** NaN where it is none. A time without a zone is UTC, wherever the process runs. */
function parseIsoTime(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) {
    return NaN;
  }
  const hasClock = /T\d{2}/.test(text);
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  return Date.parse(hasClock && !hasZone ? `${text}Z` : text);
}
