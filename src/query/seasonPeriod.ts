import type { Baseline } from './baseline';
import { USUAL_SEASON } from './driftDecision';

/** Length of a season: the baseline's period, else what the calibration names, else a week. */
export function seasonPeriod(baseline: Baseline, named: string | undefined): string {
  return baseline.kind === 'seasonal' ? baseline.period : (named ?? USUAL_SEASON);
}

/** Whether the baseline has no times of its own, as training data and profiles: windows must then span whole seasons. */
export function isTraining(baseline: Baseline): boolean {
  return (
    baseline.kind === 'profile' ||
    baseline.kind === 'model' ||
    (baseline.kind === 'selection' &&
      baseline.from === undefined &&
      baseline.to === undefined &&
      baseline.timeField === undefined &&
      [baseline.path, baseline.index, baseline.connection].some((place) => place !== undefined))
  );
}
