import { fromWallClock, toWallClock } from '../../../query/calendar';

const DAY = 86_400_000;

/** Tells the start of the day, on the clock of a time zone, in which a moment lies. Milliseconds since the epoch. */
export class DayStarts {
  /** By day in UTC: the starts of all days of the zone that it touches, and of the next one. */
  private readonly starts = new Map<number, readonly number[]>();
  /** The day of the moment before: most rows lie in the same one. */
  private from = NaN;
  private to = NaN;

  constructor(private readonly timezone: string) {}

  startOf(time: number): number {
    if (!(time >= this.from && time < this.to)) {
      const day = Math.floor(time / DAY);
      const starts = this.starts.get(day) ?? this.find(day);
      let i = starts.length - 2;
      while (i > 0 && starts[i] > time) {
        i--;
      }
      [this.from, this.to] = [starts[i], starts[i + 1]];
    }
    return this.from;
  }

  private find(day: number): readonly number[] {
    const wall = Math.floor(toWallClock(day * DAY, this.timezone) / DAY) * DAY;
    const starts = [fromWallClock(wall, this.timezone)];
    for (let next = wall + DAY; starts[starts.length - 1] < (day + 1) * DAY; next += DAY) {
      starts.push(fromWallClock(next, this.timezone));
    }
    this.starts.set(day, starts);
    return starts;
  }
}
