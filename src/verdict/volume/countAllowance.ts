import type { VolumeDecision } from '../../query/volumeQuery';
import { countBand, countNoise } from '../../statistics/volume/countNoise';
import { pastSpread } from '../../statistics/volume/pastSpread';
import { type Allowance, type Counted, FEWEST_FOR_Z } from './Allowance';

/** A count, whose past windows tell how much more than Poisson's the variance is, where there are enough of them. */
export function countAllowance(past: readonly Counted[], expected: number, decision: VolumeDecision): Allowance {
  const spread = past.length < FEWEST_FOR_Z ? null : pastSpread(past.map(({ value }) => value));
  const seen = spread === null || expected === 0 ? 1 : spread ** 2 / expected;
  const noise = countNoise(past.length, Math.max(decision.overdispersion, seen));
  return { of: 'count', band: (deviations) => countBand(expected, deviations, noise) };
}
