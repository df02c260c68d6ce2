import type { TimeRange } from '../query/time';

/** A moment as people read it, in UTC: `2013-07-01`, or `2013-07-01 06:30`. */
export function describeTime(time: number): string {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) {
    return 'an unknown time';
  }
  const text = moment.toISOString();
  return time % 86_400_000 === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

export function describeRange({ from, to }: TimeRange): string {
  return `${describeTime(from)} to ${describeTime(to)} UTC`;
}
