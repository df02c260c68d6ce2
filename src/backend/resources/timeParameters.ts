import { z } from 'zod';
import { isTimeExpression, parseTime, type TimeRange } from '../../query/time';
import { BadRequest } from '../tasks/BadRequest';
import { requireTimes } from '../tasks/requireTimes';

const MILLISECONDS = /^-?\d+$/;

/** Milliseconds since the epoch, an ISO time, or `now-6h`. */
const timeSchema = z.union([
  z.number(),
  z
    .string()
    .refine(
      (text) => MILLISECONDS.test(text) || isTimeExpression(text),
      'is not a time: write milliseconds, an ISO time or now-6h'
    ),
]);

/** A stretch of time, to be part of a resource's parameters. */
export const timeParameters = { from: timeSchema.optional(), to: timeSchema.optional() };

/** The stretch that was asked for; null where neither of its ends is named. Throws a BadRequest where only one is. */
export function readTimeRange(
  { from, to }: { from?: number | string; to?: number | string },
  now: number
): TimeRange | null {
  if (from === undefined && to === undefined) {
    return null;
  }
  if (from === undefined || to === undefined) {
    throw new BadRequest('The request is not valid. Name both "from" and "to", or neither.');
  }
  return requireTimes({ from: milliseconds(from, now), to: milliseconds(to, now) });
}

function milliseconds(time: number | string, now: number): number {
  return typeof time === 'number' || MILLISECONDS.test(time) ? Number(time) : parseTime(time, now);
}
