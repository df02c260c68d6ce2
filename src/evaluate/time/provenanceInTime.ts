import { USUAL_FALSE_ALARM_EVERY } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import { hullOf } from '../evaluateComparison';
import type { Provenance } from '../Result';
import type { OpenedInTime } from './openInTime';
import { readRange } from './TimePlan';

/** Where the calibration of the newest season came from. */
export function provenanceInTime(
  { baseline, decision }: DriftQuery,
  { plans, side: { selection, description } }: OpenedInTime,
  rows: number
): Provenance {
  const { windows, calibration, attempts } = plans[plans.length - 1];
  const range = hullOf(calibration.map((index) => readRange(windows[index])));
  return {
    kind: baseline.kind,
    description,
    facts: {
      source: selection.path ?? selection.index ?? null,
      query: selection.query ?? selection.matchers ?? null,
      from: range === null ? null : new Date(range.from).toISOString(),
      to: range === null ? null : new Date(range.to).toISOString(),
      rows,
      significance: decision.significance,
      seasons: attempts[0].seasons,
      ...(decision.significance === 'sequential' && {
        false_alarm_every: decision.falseAlarmEvery ?? USUAL_FALSE_ALARM_EVERY,
      }),
    },
  };
}
