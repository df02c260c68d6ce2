import type { AuditedResult } from '../../evaluate/Result';
import type { Significance } from '../../query/driftDecision';
import type { AuditRow } from './AuditRow';

type Replay = AuditedResult['replays'][number];
type Fired = Replay['fired'][number];
type Planted = AuditedResult['planted'][number];

/** A row for each way to judge: how often it would have alarmed, and how fast it tells a shift. */
export function auditRows({
  significance,
  replays,
  shuffled,
  halves,
  planted,
}: Pick<AuditedResult, 'significance' | 'replays' | 'shuffled' | 'halves' | 'planted'>): AuditRow[] {
  return replays.map((replay) => ({
    ...counts(replay, significance),
    ...inRandomOrder(shuffled, replay.significance),
    halves_share: shareInHalves(halves, replay.significance),
    ...markedOf(replay),
    ...delays(planted.filter((one) => one.significance === replay.significance)),
    first_time: replay.fired.at(0)?.from ?? null,
    first_cause: replay.fired.length === 0 ? null : causeOf(replay.fired[0]),
    problem: replay.problem ?? null,
  }));
}

function counts(
  { fired: _fired, problem: _problem, days: _days, marked: _marked, ...replay }: Replay,
  own: Significance
) {
  const { significance, looks, undecided, alarms, episodes, rate, rateLow, rateHigh, promised } = replay;
  return {
    significance,
    own: significance === own,
    ...{ looks, undecided, alarms, episodes, rate },
    alarm_share: looks === 0 ? null : alarms / looks,
    rate_low: rateLow,
    rate_high: rateHigh,
    promised: looks === 0 ? null : promised,
    promised_counts: significance === 'sequential' ? ('episodes' as const) : ('alarms' as const),
  };
}

function inRandomOrder(shuffled: AuditedResult['shuffled'], significance: Significance) {
  const found = shuffled.find((one) => one.significance === significance && one.looks > 0);
  return {
    shuffled_rate: found?.rate ?? null,
    shuffled_rate_low: found?.rateLow ?? null,
    shuffled_rate_high: found?.rateHigh ?? null,
  };
}

function shareInHalves(halves: AuditedResult['halves'], significance: Significance): number | null {
  const found = halves.find((one) => one.significance === significance && one.looks > 0);
  return found === undefined ? null : found.alarms / found.looks;
}

function markedOf({ marked: { trueAlarms, falseAlarms, precision, low, high } }: Replay) {
  return {
    marked_true: trueAlarms,
    marked_false: falseAlarms,
    precision,
    precision_low: low,
    precision_high: high,
  };
}

/** Planted shifts come in three sizes. */
function delays(planted: readonly Planted[]) {
  const [small, medium, large] = [...planted].sort((a, b) => a.size - b.size);
  const found = (one: Planted | undefined) => (one === undefined || one.seasons === 0 ? null : one.found / one.seasons);
  return {
    delay_small: small?.delay ?? null,
    found_small: found(small),
    delay_medium: medium?.delay ?? null,
    found_medium: found(medium),
    delay_large: large?.delay ?? null,
    found_large: found(large),
  };
}

/** `temperature_f, origin JFK (and 2 more)` */
export function causeOf({ feature, segment, others }: Pick<Fired, 'feature' | 'segment' | 'others'>): string {
  const name = [feature, ...Object.entries(segment).map(([key, value]) => `${key} ${value}`)].join(', ');
  return others === 0 ? name : `${name} (and ${others} more)`;
}
