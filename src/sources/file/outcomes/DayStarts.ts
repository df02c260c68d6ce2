import { fromWallClock, toWallClock } from '../../../query/calendar';

const DAY = 86_400_000;

/** Tells the start of the day, on the clock of a time zone, in which a moment lies. Milliseconds since the epoch. */
export class DayStarts {
  /** By day in UTC: the starts of all days of the zone that it touches. */
  private readonly starts = new Map<number, number[]>();

  constructor(private readonly timezone: string) {}

  startOf(time: number): number {
    const day = Math.floor(time / DAY);
    if (this.timezone === 'UTC') {
      return day * DAY;
    }
    const starts = this.starts.get(day) ?? this.find(day);
    let i = starts.length - 1;
    while (i > 0 && starts[i] > time) {
      i--;
    }
    return starts[i];
  }

  private find(day: number): number[] {
    const wall = Math.floor(toWallClock(day * DAY, this.timezone) / DAY) * DAY;
    const starts = [fromWallClock(wall, this.timezone)];
    for (let next = wall + DAY; ; next += DAY) {
      const start = fromWallClock(next, this.timezone);
      if (start >= (day + 1) * DAY) {
        break;
      }
      starts.push(start);
    }
    this.starts.set(day, starts);
    return starts;
  }
}
