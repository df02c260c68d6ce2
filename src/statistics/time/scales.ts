/** What a score looks at: the last windows together, or the last ones against as many before them. */
export interface Scale {
  readonly kind: 'level' | 'jump';
  /** How many windows. */
  readonly length: number;
}

const LENGTHS = [1, 2, 4, 8, 16, 24, 48, 96];
/** A scale must fit into the calibration so often. */
const FITS = 14;

/** The single window: the scale of `calibrated`. */
export const SINGLE: readonly Scale[] = [{ kind: 'level', length: 1 }];

/** All scales of a calibration of so many windows, levels first; at least those of one window. */
export function scalesOf(calibrationWindows: number): readonly Scale[] {
  const lengths = LENGTHS.filter((length) => length === 1 || length * FITS <= calibrationWindows);
  return (['level', 'jump'] as const).flatMap((kind) => lengths.map((length) => ({ kind, length })));
}
