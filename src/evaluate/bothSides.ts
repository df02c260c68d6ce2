import type { ComparisonQuery } from '../query/query';
import type { TimeRange } from '../query/time';
import { NoSeries } from '../sources/NoSeries';
import type { RequestOptions, TypedFeature } from '../sources/Source';
import type { BaselineSide } from './baselineOf';
import { Cells } from './cells';
import { describeTime } from './describeTime';
import type { Place } from './settleFeatures';
import { writtenIn } from './writtenIn';

export interface BothSides {
  readonly query: ComparisonQuery;
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly side: BaselineSide;
  readonly baseline: Place;
  readonly features: readonly TypedFeature[];
  readonly options: RequestOptions;
}

/** Baselines that move with the current window: in the first days of a service they lie before all its data. */
const MOVING: ReadonlyArray<ComparisonQuery['baseline']['kind']> = ['previous', 'seasonal'];

/**
 * Both sides of a comparison, asked for at once. Where only the baseline has no series yet, or in an alert only the current
 * side, it is empty and leaves everything undecided: an error would look like a store that is down. Throws a SourceError
 * where both sides lack one.
 */
export async function bothSides(
  before: Promise<Cells>,
  after: Promise<Cells>,
  asked: BothSides
): Promise<readonly [Cells, Cells]> {
  const [first, second] = await Promise.allSettled([before, after]);
  if (first.status === 'rejected' && isAbsent(first.reason) && second.status === 'fulfilled') {
    if (MOVING.includes(asked.query.baseline.kind)) {
      return [await yetToCome(asked), second.value];
    }
    throw new NoSeries(`The baseline is empty: ${first.reason.message}`);
  }
  if (second.status === 'rejected' && isAbsent(second.reason) && first.status === 'fulfilled') {
    if (asked.query.format === 'alert') {
      return [first.value, new Cells({ cells: [], notices: [second.reason.message] })];
    }
  }
  // The current side's error is the nearer one.
  if (second.status === 'rejected') {
    throw second.reason;
  }
  if (first.status === 'rejected') {
    throw first.reason;
  }
  return [first.value, second.value];
}

function isAbsent(reason: unknown): reason is NoSeries {
  return reason instanceof NoSeries;
}

const NOT_YET = 'There is no baseline yet';

async function yetToCome({ windows, side, baseline, features, options }: BothSides): Promise<Cells> {
  const { source, selection } = baseline;
  const timed = [...side.windows, ...windows].filter((window) => window !== null);
  const range = { from: Math.min(...timed.map(({ from }) => from)), to: Math.max(...timed.map(({ to }) => to)) };
  const request = { selection, features: writtenIn(selection, features), range };
  const first = (await source.begins?.(request, options)) ?? null;
  const since = first === null ? '' : `: the series begin about ${describeTime(first)}`;
  return new Cells({ cells: [], notices: [`${NOT_YET}${since}.`] });
}

/** Whether a side is empty since its data are yet to come. */
export function isYetToCome({ set }: Cells): boolean {
  return (
    set.cells.length === 0 && set.notices.some((notice) => typeof notice === 'string' && notice.startsWith(NOT_YET))
  );
}
