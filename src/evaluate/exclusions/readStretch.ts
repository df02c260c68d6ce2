import { BadQuery } from '../../query/BadQuery';
import { parseTime, type TimeRange } from '../../query/time';

interface Written {
  readonly from: string;
  readonly to: string;
}

/** An entry of `exclude` that is a stretch of time. Throws a BadQuery where nothing lies within it. */
export function readStretch({ from, to }: Written, now: number): TimeRange {
  const range = { from: parseTime(from, now), to: parseTime(to, now) };
  if (range.from >= range.to) {
    throw new BadQuery(
      `"exclude": no time lies between "from" (${from}) and "to" (${to}), which must be later. To exclude one day, write the next day in "to".`
    );
  }
  return range;
}
