import type { Significance } from '../../query/driftDecision';
import { episodesOf } from '../../statistics/time/episodes';
import { poissonInterval } from '../../statistics/time/poissonInterval';
import type { Rate } from './AuditResult';

/** What became of one look of a rule. */
export type Look = 'alarm' | 'quiet' | 'undecided';

export interface RateTerms {
  readonly significance: Significance;
  readonly alpha: number;
  /** Length of a window in days. */
  readonly windowDays: number;
  /** Days that `falseAlarmEvery` promises. */
  readonly per: number;
}

/** Counts alarms, and how many come in `per` days. Stretches of looks do not touch: no episode spans two. */
export function rateOf(
  stretches: ReadonlyArray<readonly Look[]>,
  { significance, alpha, windowDays, per }: RateTerms
): Rate {
  const gap = gapOf(windowDays);
  const all = stretches.flat();
  const count = (what: Look) => all.filter((look) => look === what).length;
  const looks = count('alarm') + count('quiet');
  const episodes = stretches.reduce(
    (sum, stretch) =>
      sum +
      episodesOf(
        stretch.map((look) => look === 'alarm'),
        gap
      ).length,
    0
  );
  const days = looks * windowDays;
  const scale = days === 0 ? null : per / days;
  const interval = poissonInterval(episodes);
  return {
    significance,
    looks,
    undecided: count('undecided'),
    alarms: count('alarm'),
    episodes,
    days,
    rate: scale === null ? null : episodes * scale,
    rateLow: scale === null ? null : interval.low * scale,
    rateHigh: scale === null ? null : interval.high * scale,
    promised: significance === 'sequential' ? days / per : alpha * looks,
  };
}

/** Windows of a day, at least one. */
export function gapOf(windowDays: number): number {
  return Math.max(1, Math.round(1 / windowDays));
}
