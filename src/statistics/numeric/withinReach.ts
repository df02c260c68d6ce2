import type { Distribution, Samples } from '../../distribution/Distribution';

/** Ranges beyond which areas under them lose digits or overflow, and by what the values are multiplied then. */
const TINY = 2 ** -900;
const HUGE = 2 ** 900;
const UP = 2 ** 500;
const DOWN = 2 ** -500;

/** Two distributions whose areas can be added up, and the unit they are in: distances divided by it are those asked for. */
export interface WithinReach {
  readonly baseline: Distribution;
  readonly current: Distribution;
  /** A power of four, so that it and its root cost no digit. */
  readonly unit: number;
}

/** The same values multiplied by a power of two where all are next to zero, or as far apart as doubles can be. */
export function withinReach(baseline: Distribution, current: Distribution): WithinReach {
  if (baseline.kind !== 'samples' || current.kind !== 'samples') {
    return { baseline, current, unit: 1 };
  }
  const [a, b] = [baseline.sorted, current.sorted];
  const half = Math.max(a[a.length - 1], b[b.length - 1]) / 2 - Math.min(a[0], b[0]) / 2;
  // Values that are all equal have no area to lose, and large ones would overflow.
  const unit = half > 0 && half < TINY ? UP : half > HUGE && half < Infinity ? DOWN : 1;
  return unit === 1
    ? { baseline, current, unit }
    : { baseline: multiplied(baseline, unit), current: multiplied(current, unit), unit };
}

function multiplied(samples: Samples, unit: number): Samples {
  return { ...samples, sorted: samples.sorted.map((value) => value * unit) };
}
