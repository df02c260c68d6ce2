import { isTimeRange, type TimeRange } from '../../query/time';
import { BadRequest } from './BadRequest';

/** The same range. Throws a BadRequest where one of its ends is no time that a date can be. */
export function requireTimes(range: TimeRange): TimeRange {
  if (!isTimeRange(range)) {
    throw new BadRequest(
      `The time range from ${range.from} to ${range.to} is no stretch of time: milliseconds since 1970 have 13 digits.`
    );
  }
  return range;
}
