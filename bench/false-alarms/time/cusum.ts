import type { CountedStream } from './countStream';
import { DAY, type HourlyStream } from './drawStream';
import { PROMISE } from './rules';

/**
 * A two-sided CUSUM (Page 1954) over the hours' means that knows what is usual, the noise, and the size of the step; its
 * limit is the one that its statistic would have exceeded once in the promised days over these very features without a
 * step: better informed than any detector can be.
 */
export function cusumLimit(all: readonly CountedStream[], stream: HourlyStream, step: number, until: number): number {
  const days = until / DAY;
  const allowed = Math.max(1, days / PROMISE);
  let [low, high] = [0, 400];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const alarms = all.reduce((sum, series) => sum + alarmsOf(series, stream, step, until, middle), 0);
    if (alarms > allowed) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

/** Windows from the step to the alarm; Infinity where there is none. */
export function cusumDelay(
  series: CountedStream,
  stream: HourlyStream,
  step: number,
  from: number,
  limit: number
): number {
  let sums: readonly [number, number] = [0, 0];
  for (let hour = 0; hour < series.means.length; hour++) {
    sums = next(sums, residual(series, stream, hour), step / 2);
    if (Math.max(...sums) > limit) {
      if (hour >= from) {
        return hour - from + 1;
      }
      sums = [0, 0];
    }
  }
  return Infinity;
}

/** It starts anew after each alarm. */
function alarmsOf(series: CountedStream, stream: HourlyStream, step: number, until: number, limit: number): number {
  let [sums, alarms]: [readonly [number, number], number] = [[0, 0], 0];
  for (let hour = 0; hour < until; hour++) {
    sums = next(sums, residual(series, stream, hour), step / 2);
    if (Math.max(...sums) > limit) {
      [sums, alarms] = [[0, 0], alarms + 1];
    }
  }
  return alarms;
}

function next([up, down]: readonly [number, number], value: number, half: number): readonly [number, number] {
  return [Math.max(0, up + value - half), Math.max(0, down - value - half)];
}

function residual({ means }: CountedStream, { usual, noise }: HourlyStream, hour: number): number {
  return (means[hour] - (usual?.(hour) ?? 0)) / noise;
}
