import { formatDuration, parseDuration } from '../../query/duration';
import type { LabelSpec } from '../../query/performanceQuery';
import type { TimeRange } from '../../query/time';
import type { DelayCounts } from '../../outcomes/DelayCounts';
import { delayCurve } from '../../statistics/performance/delay/delayCurve';
import { learnDeadline } from '../../statistics/performance/delay/learnDeadline';
import type { SettledPerformance } from './settlePerformance';

/** Age at which labels are complete, in milliseconds; null where nothing tells it, so that every window is judged. */
export interface Deadline {
  readonly age: number | null;
  /** In words, for a notice. */
  readonly said: string | null;
}

/** As the query says; else learnt from when labels came. */
export function deadlineOf({ deadline, timeField, implied }: LabelSpec, delays: DelayCounts | undefined): Deadline {
  if (deadline !== undefined) {
    return { age: parseDuration(deadline), said: null };
  }
  if (timeField === undefined || delays === undefined) {
    return implied === undefined
      ? { age: null, said: null }
      : {
          age: null,
          said: 'No "deadline" and no label time: predictions without a label count as the implied class, however young.',
        };
  }
  const { deadline: age, reason } = learnDeadline(delayCurve(delays));
  return age === null
    ? { age: null, said: `Modelwatch can't tell when labels are complete: ${reason}. Set "label.deadline".` }
    : {
        age,
        said: `Labels are complete after about ${formatDuration(roundedUp(age))}, by the delays seen so far. Set "label.deadline" to fix it.`,
      };
}

/** From when on the labels of a window are complete; null where they are by `asOf`. */
export function matureAt(window: TimeRange | null, { age }: Deadline, asOf: number): number | null {
  if (window === null || age === null) {
    return null;
  }
  const at = window.to + age;
  return at > asOf ? at : null;
}

const MS_A_DAY = 86_400_000;

/** Whether the labels of a day are complete; without a time all rows count as old enough. */
export function isMatureDay(
  block: number,
  { query, asOf }: Pick<SettledPerformance, 'query' | 'asOf'>,
  deadline: Deadline
): boolean {
  const isTimed = query.current.timeField !== undefined;
  return !isTimed || matureAt({ from: block, to: block + MS_A_DAY }, deadline, asOf) === null;
}

const MS_AN_HOUR = 3_600_000;

/** To whole hours, and from two days on to whole days. */
function roundedUp(age: number): number {
  const step = age > 48 * MS_AN_HOUR ? 24 * MS_AN_HOUR : age > MS_AN_HOUR ? MS_AN_HOUR : 60_000;
  return Math.ceil(age / step) * step;
}
