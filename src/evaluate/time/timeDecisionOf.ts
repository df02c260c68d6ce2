import { USUAL_FALSE_ALARM_EVERY } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import { parseDuration } from '../../query/duration';
import type { TimeDecision } from '../../verdict/time/TimeDecision';

const MS_A_DAY = 86_400_000;

/** How a query over time decides, in blocks of its timeline: days, or windows that are longer. */
export function timeDecisionOf({ decision, window }: Pick<DriftQuery, 'decision' | 'window'>): TimeDecision {
  const { significance, falseAlarmEvery = USUAL_FALSE_ALARM_EVERY } = decision;
  const length = parseDuration(window);
  return {
    decision,
    significance: significance === 'sequential' ? 'sequential' : 'calibrated',
    falseAlarmEvery: parseDuration(falseAlarmEvery) / Math.max(length, MS_A_DAY),
    windowsPerDay: Math.max(1, Math.round(MS_A_DAY / length)),
  };
}
