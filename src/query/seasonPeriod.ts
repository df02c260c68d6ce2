import type { Baseline } from './baseline';
import { USUAL_SEASON } from './driftDecision';

/** Length of a season: the baseline's period, else what the calibration names, else a week. */
export function seasonPeriod(baseline: Baseline, named: string | undefined): string {
  return baseline.kind === 'seasonal' ? baseline.period : (named ?? USUAL_SEASON);
}
