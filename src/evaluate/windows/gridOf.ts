import { fromWallClock, toWallClock } from '../../query/calendar';

const MS_A_DAY = 86_400_000;
/** 1970-01-05, the first Monday: whole weeks begin on Mondays. */
const MONDAY = 4 * MS_A_DAY;

/** The grid on which stretches of one length follow one another. */
export interface Grid {
  readonly duration: number;
  /** Whose clock shows their beginnings. */
  readonly zone: string;
  /** A beginning on that clock. */
  readonly anchor: number;
}

/** What is shorter than a day is counted from the epoch; whole days begin at midnight in the time zone, whole weeks on a Monday. */
export function gridOf(duration: number, timezone: string): Grid {
  return {
    duration,
    zone: duration % MS_A_DAY === 0 ? timezone : 'UTC',
    anchor: duration % (7 * MS_A_DAY) === 0 ? MONDAY : 0,
  };
}

/** Number of the stretch that a time lies in: the one that begins at the anchor is 0. */
export function numberOn({ duration, zone, anchor }: Grid, time: number): number {
  return Math.floor((toWallClock(time, zone) - anchor) / duration);
}

/** When the stretch of a number begins. */
export function startOn({ duration, zone, anchor }: Grid, number: number): number {
  return fromWallClock(anchor + number * duration, zone);
}
