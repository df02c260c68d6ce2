import path from 'node:path';
import type { TimeRange } from '../../../src/query/time';

export const DEMO = path.resolve(__dirname, '../../../demo');
/** Four weeks of winter and four of summer. */
export const FEBRUARY = { from: Date.parse('2013-02-01T00:00:00Z'), to: Date.parse('2013-03-01T00:00:00Z') };
export const JULY = { from: Date.parse('2013-07-01T00:00:00Z'), to: Date.parse('2013-07-29T00:00:00Z') };

const DAY = 86_400_000;

/** Whether a flight is indexed: those of both times, and a day around them for windows in other time zones. */
export function isIndexed(at: number): boolean {
  return [FEBRUARY, JULY].some(({ from, to }) => isIn({ from: from - DAY, to: to + DAY }, at));
}

function isIn({ from, to }: TimeRange, at: number): boolean {
  return at >= from && at < to;
}
