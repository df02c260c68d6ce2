import type { Decision } from '../../query/decision';

/** How verdicts over time are reached. */
export interface TimeDecision {
  /** Thresholds, alpha (`calibrated`), minimum sample, detectable size, strictness. */
  readonly decision: Decision;
  readonly significance: 'calibrated' | 'sequential';
  /** `sequential`: the promised time between false alarms of the whole rule, in blocks of the timeline. */
  readonly falseAlarmEvery: number;
  /** Windows in a day, at least 1: alarms less than that apart are one episode. */
  readonly windowsPerDay: number;
}
