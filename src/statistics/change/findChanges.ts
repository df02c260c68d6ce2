import { findShifts, type Shift } from './findShifts';
import { robustScores } from './robustScores';
import { recurringPeriod, type Recurrence } from './recurringPeriod';
import { ShiftModels } from './ShiftModels';
import { stepInterval } from './stepInterval';
import { LEAST_PERIODS, type Season, subtractSeason } from './subtractSeason';

/** So few windows with a value tell nothing. */
export const LEAST_WINDOWS = 12;
/** The width of a ramp is given from this size on, in standard deviations of the noise: below it steps look like ramps. */
export const LEAST_SIZE_OF_WIDTH = 3;

export interface FoundChange {
  readonly kind: 'abrupt' | 'gradual';
  /** The first window of the new level; of a gradual change the first that leaves the old one. */
  readonly start: number;
  /** The same of an abrupt change; of a gradual one the first window at the new level. */
  readonly end: number;
  /** First and last window at which it may have begun, at 95 % confidence; of a gradual change null. */
  readonly interval: readonly [number, number] | null;
  /** Windows that a gradual change took; null where the change is too small to tell, or abrupt. */
  readonly width: number | null;
  /** Means of the levels on both sides, less the season. */
  readonly before: number;
  readonly after: number;
  /** Difference of the levels in standard deviations of the noise between windows; null where there is no noise. */
  readonly size: number | null;
  readonly pValue: number;
}

export interface SeriesChanges {
  readonly changes: readonly FoundChange[];
  /** A pattern that was not asked to be taken away. Changes are those beside it. */
  readonly recurring: (Recurrence & { readonly low: number; readonly high: number }) | null;
  /** The values less their season and the pattern. */
  readonly adjusted: ReadonlyArray<number | null>;
  /** For each window the level that the changes tell; null where it has no value. */
  readonly levels: ReadonlyArray<number | null>;
  /** There may be more changes than are named. */
  readonly isLimited: boolean;
}

/** What is asked of a series. */
export interface ChangeOptions {
  /** Chance that noise alone makes a change of some windows of the series. */
  readonly alpha: number;
  readonly season?: Season;
}

/**
 * Changes of the level of a series of windows, after the fact: abrupt and gradual ones, and a pattern that recurs. Takes
 * null for windows without a value. Definitions: docs/change.md.
 */
export function findChanges(values: ReadonlyArray<number | null>, { alpha, season }: ChangeOptions): SeriesChanges {
  const asked = season === undefined ? values : subtractSeason(values, season);
  const { rows, places } = present(asked);
  if (rows.length < LEAST_WINDOWS || rows.every((row) => row === rows[0])) {
    return { changes: [], recurring: null, adjusted: asked, levels: levelsOf(asked, []), isLimited: false };
  }
  const recurrence = recurringPeriod(robustScores(rows), places);
  const isTaken = recurrence !== null && values.length >= LEAST_PERIODS * recurrence.period;
  const adjusted = isTaken ? subtractSeason(asked, patternOf(asked.length, recurrence.period)) : asked;
  const rest = present(adjusted);
  const { shifts, isLimited } = findShifts(rest.rows, rest.places, alpha);
  const changes = describe(shifts, rest.rows, rest.places);
  const recurring = isTaken ? { ...recurrence, ...rangeOf(asked, adjusted) } : null;
  return { changes, recurring, adjusted, levels: levelsOf(adjusted, changes), isLimited };
}

function present(values: ReadonlyArray<number | null>) {
  const places = values.flatMap((value, t) => (value === null ? [] : [t]));
  return { places, rows: places.map((t) => values[t] as number) };
}

function patternOf(size: number, period: number): Season {
  return { period, phases: Array.from({ length: size }, (_, t) => t % period) };
}

/** How far the pattern moves the values, from its lowest to its highest place. */
function rangeOf(values: ReadonlyArray<number | null>, adjusted: ReadonlyArray<number | null>) {
  const moves = values.flatMap((value, t) => (value === null ? [] : [value - (adjusted[t] ?? value)]));
  return { low: moves.reduce((a, b) => Math.min(a, b)), high: moves.reduce((a, b) => Math.max(a, b)) };
}

function describe(shifts: readonly Shift[], rows: readonly number[], places: readonly number[]): FoundChange[] {
  const models = new ShiftModels(robustScores(rows), places);
  const bounds = [0, ...shifts.flatMap(({ from, to }) => [from, to]), rows.length];
  const levels = Array.from({ length: shifts.length + 1 }, (_, k) => rows.slice(bounds[2 * k], bounds[2 * k + 1]));
  // A ramp over the whole series has no level beside it: then the outermost value stands for it.
  const means = levels.map((level, k) =>
    meanOf(level.length > 0 ? level : [rows[Math.min(rows.length - 1, bounds[2 * k])]])
  );
  const noise = noiseOf(levels, means);
  return shifts.map((shift, k): FoundChange => {
    const size = noise > 0 ? Math.abs(means[k + 1] - means[k]) / noise : null;
    const isAbrupt = shift.from === shift.to;
    const isClean = [levels[k], levels[k + 1]].every((level) => level.every((row) => row === level[0]));
    const [low, high] = isAbrupt && !isClean ? stepInterval(models, shifts, k) : [shift.from, shift.from];
    const [start, end] = [places[shift.from], places[shift.to]];
    return {
      kind: isAbrupt ? 'abrupt' : 'gradual',
      start,
      end,
      // In a gap it may have begun with any of the missing windows.
      interval: isAbrupt ? [(places[low - 1] ?? -1) + 1, places[high]] : null,
      width: !isAbrupt && (size === null || size >= LEAST_SIZE_OF_WIDTH) ? end - start : null,
      before: means[k],
      after: means[k + 1],
      size,
      pValue: shift.pValue,
    };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation about the levels. */
function noiseOf(levels: ReadonlyArray<readonly number[]>, means: readonly number[]): number {
  const squares = levels.flatMap((level, k) => level.map((value) => (value - means[k]) ** 2));
  return squares.length <= levels.length
    ? 0
    : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (squares.length - levels.length));
}

function levelsOf(values: ReadonlyArray<number | null>, changes: readonly FoundChange[]): Array<number | null> {
  const { rows } = present(values);
  const first = changes[0]?.before ?? (rows.length > 0 ? meanOf(rows) : null);
  return values.map((value, t) => {
    if (value === null || first === null) {
      return null;
    }
    const moves = changes.map(({ start, end, before, after }) => {
      const share = end === start ? Number(t >= start) : Math.min(1, Math.max(0, (t - start) / (end - start)));
      return share * (after - before);
    });
    return first + moves.reduce((sum, move) => sum + move, 0);
  });
}
