import { dateTimeFormat } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';

/** Writes a time, in milliseconds since the epoch. */
export type FormatTime = (milliseconds: number) => string;

const DAY = 86_400_000;
const YEAR = 366 * DAY;

/**
 * How times of windows are written: by the day where every window begins at midnight in the zone, with the time of day
 * otherwise, and with the year where they span more than one.
 */
export function timeFormatter(times: readonly number[], timeZone: TimeZone): FormatTime {
  const write = (milliseconds: number, format: string) => dateTimeFormat(milliseconds, { timeZone, format });
  const wholeDays = times.every((time) => write(time, 'HH:mm') === '00:00');
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const format = `D MMM${last - first > YEAR ? ' YYYY' : ''}${wholeDays ? '' : ' HH:mm'}`;
  const written = new Map<number, string>();
  return (milliseconds) => {
    const text = written.get(milliseconds) ?? write(milliseconds, format);
    written.set(milliseconds, text);
    return text;
  };
}

/** A window in full: `3 Jul 2013 – 10 Jul 2013`; the end is where the next one begins. */
export function writeWindow(from: number, to: number, timeZone: TimeZone): string {
  const write = (time: number, format: string) => dateTimeFormat(time, { timeZone, format });
  const wholeDays = [from, to].every((time) => write(time, 'HH:mm') === '00:00');
  if (wholeDays) {
    return `${write(from, 'D MMM YYYY')} – ${write(to, 'D MMM YYYY')}`;
  }
  const sameDay = write(from, 'D MMM YYYY') === write(to, 'D MMM YYYY');
  return `${write(from, 'D MMM YYYY HH:mm')} – ${write(to, sameDay ? 'HH:mm' : 'D MMM YYYY HH:mm')}`;
}
