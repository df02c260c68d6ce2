import { BadQuery } from '../query/BadQuery';
import type { Baseline } from '../query/baseline';
import { parseDuration } from '../query/duration';
import type { Selection } from '../query/selection';
import { parseTime, type TimeRange } from '../query/time';
import type { Notice } from '../sources/Notice';
import type { WindowParts } from '../baseline/mergeWindows';
import { describeRange } from './describeTime';
import { seasonalWindows } from './seasonalWindows';
import { moveBack } from './windows/cutWindows';

/** Where the baseline of each current window comes from. */
export interface BaselineSide {
  readonly selection: Selection;
  /** Those of the baseline; several current windows may share one. */
  readonly windows: ReadonlyArray<TimeRange | null>;
  /** For each current window the index of its baseline window. */
  readonly windowOf: readonly number[];
  /** Where a baseline window is several stretches of time taken together. */
  readonly parts?: WindowParts;
  /** In words, such as "the same time 28d earlier". */
  readonly description: string;
  /** Whether it is a selection of its own, which may lack the columns that segments are told apart by. */
  readonly separate: boolean;
  /** Whether it tells no segments apart, whatever columns it has: since it is stored so, or since the query asks for it. */
  readonly whole?: 'stored' | 'asked';
  /** Share of a window's time that must be covered by data, where the query says so. */
  readonly minimumCoverage?: number;
  /** More of where it comes from, for the provenance. */
  readonly facts?: Readonly<Record<string, string | number | null>>;
  readonly notices?: readonly Notice[];
}

/** As much of a query as settles where its baseline comes from. */
export interface WithBaseline {
  readonly current: Selection;
  readonly baseline: Baseline;
  readonly timezone: string;
}

/** Settles the baseline's selection and windows. Throws a BadQuery where they do not make sense. */
export function baselineOf(query: WithBaseline, windows: ReadonlyArray<TimeRange | null>, now: number): BaselineSide {
  const { current, baseline } = query;
  switch (baseline.kind) {
    case 'previous':
      return { ...previous(query, baseline.offset, windows), selection: current, separate: false };
    case 'window': {
      requireTimeField(current, `a baseline of the kind "window"`);
      const window = rangeOf(baseline.from, baseline.to, now);
      return { ...shared(window, windows), description: describeRange(window), selection: current, separate: false };
    }
    case 'seasonal':
      requireTimeField(current, `a baseline of the kind "seasonal"`);
      return { ...seasonalWindows(baseline, windows, query.timezone, now), selection: current, separate: false };
    case 'selection':
      return ofSelection(current, baseline, windows, now);
    case 'profile':
    case 'model':
      throw new BadQuery('A profile is no baseline of this kind of query.');
  }
}

function previous({ current, timezone }: WithBaseline, offset: string, windows: ReadonlyArray<TimeRange | null>) {
  requireTimeField(current, `a baseline of the kind "previous"`);
  const length = parseDuration(offset);
  const moved = windows.map((window) => {
    if (window === null) {
      throw new BadQuery(`A baseline ${offset} earlier needs a time range for the current window.`);
    }
    return { from: moveBack(window.from, length, timezone), to: moveBack(window.to, length, timezone) };
  });
  const where = moved.length === 1 ? ` (${describeRange(moved[0])})` : '';
  return {
    windows: moved,
    windowOf: moved.map((_, index) => index),
    description: `the same time ${offset} earlier${where}`,
  };
}

type SelectionBaseline = Extract<Baseline, { kind: 'selection' }>;

function ofSelection(
  current: Selection,
  { kind, from, to, segments, ...own }: SelectionBaseline,
  windows: ReadonlyArray<TimeRange | null>,
  now: number
): BaselineSide {
  const asked = wholeWhereAsked(segments);
  const separate = [own.path, own.index, own.connection].some((place) => place !== undefined);
  const bounded = from !== undefined || to !== undefined;
  // Training data on its own is meant whole, unless it is bounded: its times are not those of the current window.
  const whole = separate && !bounded && own.timeField === undefined;
  const { timeField, ...rest } = { ...current, ...own };
  const selection: Selection = whole || timeField === undefined ? rest : { ...rest, timeField };
  const place = selection.path ?? selection.index ?? 'the selection';
  const filter = selection.query ?? selection.matchers;
  const where = !filter ? place : `${place} where ${filter}`;
  if (bounded) {
    requireTimeField(selection, 'a baseline with "from" and "to"');
    const window = rangeOf(from ?? '1970-01-01T00:00:00Z', to ?? 'now', now);
    return {
      ...shared(window, windows),
      ...asked,
      description: `${where}, ${describeRange(window)}`,
      selection,
      separate,
    };
  }
  if (selection.timeField === undefined || windows.every((window) => window === null)) {
    return { ...shared(null, windows), ...asked, description: `all of ${where}`, selection, separate };
  }
  return {
    windows,
    windowOf: windows.map((_, index) => index),
    description: `${where}, the same time`,
    selection,
    separate,
    ...asked,
  };
}

function wholeWhereAsked(segments: SelectionBaseline['segments']): Pick<BaselineSide, 'whole'> {
  return segments === 'all' ? { whole: 'asked' } : {};
}

function shared(window: TimeRange | null, windows: readonly unknown[]) {
  return { windows: [window], windowOf: windows.map(() => 0) };
}

function rangeOf(from: string, to: string, now: number): TimeRange {
  const range = { from: parseTime(from, now), to: parseTime(to, now) };
  if (range.from >= range.to) {
    throw new BadQuery(`The baseline's window is empty: "from" (${from}) must lie before "to" (${to}).`);
  }
  return range;
}

function requireTimeField({ timeField }: Selection, what: string): void {
  if (timeField === undefined) {
    throw new BadQuery(`${what[0].toUpperCase()}${what.slice(1)} needs a "timeField", to tell when a row was logged.`);
  }
}
