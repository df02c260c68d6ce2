import { parseTimestamp } from './parseTimestamp';

/** A time that is written as a limit, in milliseconds since the epoch. */
export interface TimeLimit {
  readonly from: number;
  /** A day without a time of day stands for all of it, and ends before this; another time is a moment: `to` is `from`. */
  readonly to: number;
}

const MS_A_DAY = 86_400_000;

/** Reads `2024-06-30` or an ISO 8601 time; null where the text is neither. UTC where it names no zone. */
export function parseTimeLimit(text: string): TimeLimit | null {
  const from = parseTimestamp(text);
  if (from === null) {
    return null;
  }
  return { from, to: /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) ? from + MS_A_DAY : from };
}
