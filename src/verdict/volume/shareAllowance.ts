import type { VolumeDecision } from '../../query/volumeQuery';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import { pastSpread } from '../../statistics/volume/pastSpread';
import { shareBand } from '../../statistics/volume/shareBand';
import { type Allowance, type Counted, FEWEST_FOR_Z } from './Allowance';
import { callsOf, eventsOf } from './callsAndEvents';

/** Below this the past windows don't have one share. */
const ONE_SHARE = 0.01;

/** The share of all past calls; where the past windows differ by more than chance, so that one may be an outage, their median. */
export function expectedShare(past: readonly Counted[], median: number): number {
  const [events, trials] = [sum(past.map(eventsOf)), sum(past.map(callsOf))];
  const share = events / trials;
  if (!(trials > 0) || share === 0 || share >= 1) {
    return trials > 0 ? share : median;
  }
  const squares = past.map((one) => (eventsOf(one) - callsOf(one) * share) ** 2 / (callsOf(one) * share * (1 - share)));
  const chance = past.length < 2 ? 1 : chiSquareUpperTail(sum(squares.filter(Number.isFinite)), past.length - 1);
  return chance > ONE_SHARE ? share : median;
}

export function shareAllowance(
  calls: number,
  past: readonly Counted[],
  expected: number,
  decision: VolumeDecision
): Allowance {
  const trials = sum(past.map(callsOf));
  const spread = past.length < FEWEST_FOR_Z ? null : pastSpread(past.map(({ value }) => value));
  const binomial = (expected * (1 - expected)) / (trials / past.length);
  const seen = spread === null || !(binomial > 0) ? 1 : spread ** 2 / binomial;
  const overdispersion = Math.max(decision.overdispersion, seen);
  const before = { events: expected * trials, trials };
  return { of: 'share', band: (deviations) => shareBand(before, calls, deviations, overdispersion) };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
