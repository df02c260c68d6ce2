/**
 * Which windows are compared with which. Windows follow one another without gaps in the index: one without rows has an
 * index too. The caller knows the calendar: a window's place is that in local time, so that daylight saving and windows
 * that do not divide a season are told here and nowhere else.
 */
export interface Timeline {
  readonly windows: number;
  /** Number of the season that each window lies in, ascending. */
  readonly season: Int32Array;
  /** Number of the block of each window, ascending: its day, or the window itself where windows are days or longer. */
  readonly block: Int32Array;
  /**
   * Windows × `referencesPerWindow`, row-major: the windows that are each one's reference, `ABSENT` where one is missing,
   * `UNUSED` where there is none by definition.
   */
  readonly references: Int32Array;
  readonly referencesPerWindow: number;
  readonly calibration: Calibration;
  /** How far the reference itself may be off, as a share of the natural variation τ² of a window; 0 unless given. */
  readonly referenceVariation?: number;
}

export const ABSENT = -1;
export const UNUSED = -2;

/** Which past windows limits and natural variation come from. */
export type Calibration =
  /** So many seasons before the season of the judged window. */
  | { readonly kind: 'seasonal'; readonly seasons: number }
  /** These seasons, which are the baseline as well. */
  | { readonly kind: 'fixed'; readonly seasons: readonly number[] };

/** The seasons that a window of this season is calibrated by, oldest first; some may lie before the first window. */
export function calibrationSeasons({ calibration }: Timeline, season: number): readonly number[] {
  return calibration.kind === 'fixed'
    ? calibration.seasons
    : Array.from({ length: calibration.seasons }, (_, i) => season - calibration.seasons + i);
}
