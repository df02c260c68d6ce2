import { ABSENT, type Calibration, type Timeline, UNUSED } from './Timeline';

export interface Places {
  /** Number of the season of each window, ascending. */
  readonly season: Int32Array;
  /** Place of each window in its season, such as 24 · weekday + hour in local time. */
  readonly place: Int32Array;
  /** Block of each window: `Timeline`. */
  readonly block: Int32Array;
}

/** How far back a reference reaches, or which seasons it consists of. */
export type ReferenceSeasons =
  | { readonly kind: 'seasonal'; readonly count: number }
  | { readonly kind: 'fixed'; readonly seasons: readonly number[] };

/**
 * The timeline of windows whose season and place are known. A seasonal reference is the same place of the `count` seasons
 * before; a fixed one that of all seasons of the baseline, for a window inside the baseline that of all others. A place
 * that occurs twice in a season (when clocks are set back) is known by its first window; one that a season lacks has no
 * window there.
 */
export function timelineOf(
  { season, place, block }: Places,
  reference: ReferenceSeasons,
  calibrationSeasons = 8
): Timeline {
  const windows = season.length;
  const at = new Map<number, Map<number, number>>();
  for (let window = windows - 1; window >= 0; window--) {
    const places = at.get(season[window]) ?? new Map<number, number>();
    at.set(season[window], places.set(place[window], window));
  }
  const referencesPerWindow = reference.kind === 'seasonal' ? reference.count : reference.seasons.length;
  const references = new Int32Array(windows * referencesPerWindow).fill(UNUSED);
  for (let window = 0; window < windows; window++) {
    for (let i = 0; i < referencesPerWindow; i++) {
      const from = reference.kind === 'seasonal' ? season[window] - 1 - i : reference.seasons[i];
      if (from !== season[window]) {
        references[window * referencesPerWindow + i] = at.get(from)?.get(place[window]) ?? ABSENT;
      }
    }
  }
  const calibration: Calibration =
    reference.kind === 'seasonal'
      ? { kind: 'seasonal', seasons: calibrationSeasons }
      : { kind: 'fixed', seasons: reference.seasons };
  return { windows, season, block, references, referencesPerWindow, calibration };
}

/** Season, place and block of windows of equal length that divide a season, from the first window of a season on. */
export function regularPlaces(windows: number, windowsPerSeason: number, windowsPerBlock: number): Places {
  const each = (value: (window: number) => number) =>
    Int32Array.from({ length: windows }, (_, window) => value(window));
  return {
    season: each((window) => Math.floor(window / windowsPerSeason)),
    place: each((window) => window % windowsPerSeason),
    block: each((window) => Math.floor(window / windowsPerBlock)),
  };
}
