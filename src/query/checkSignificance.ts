import type { z } from 'zod';
import type { Baseline } from './baseline';
import { type DriftDecision, USUAL_FALSE_ALARM_EVERY } from './driftDecision';
import { isDuration, parseDuration } from './duration';
import { isTraining, seasonPeriod } from './seasonPeriod';

/** As much of a drift query as significance over time rests on. */
export interface WithSignificance {
  readonly window: string;
  readonly baseline: Baseline;
  readonly tests: 'auto' | readonly string[];
  readonly cluster?: string;
  readonly decision: DriftDecision;
}

const OVER_TIME = 'belongs to "significance": "calibrated" or "sequential"';

type Refuse = (path: readonly string[], message: string) => void;

/** Refuses keys that contradict the significance mode, each with one sentence. */
export function checkSignificance(query: WithSignificance, context: z.core.$RefinementCtx): void {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
  const { significance, falseAlarmEvery, calibration, exclude, marks } = query.decision;
  if (falseAlarmEvery !== undefined && significance !== 'sequential') {
    refuse(['decision', 'falseAlarmEvery'], 'belongs to "significance": "sequential" alone: remove it');
  }
  if (significance === 'iid') {
    if (calibration !== undefined) {
      refuse(['decision', 'calibration'], `${OVER_TIME}: remove it`);
    }
    if (exclude !== undefined) {
      refuse(['decision', 'exclude'], `${OVER_TIME}: use "exclude" of a seasonal baseline`);
    }
    if (marks?.some(({ mark }) => mark === 'accept' || mark === 'incident') === true) {
      refuse(['decision', 'marks'], `("accept", "incident") ${OVER_TIME}: remove them`);
    }
    return;
  }
  const mode = `"significance": "${significance}"`;
  checkBaseline(query, mode, refuse);
  if (query.tests !== 'auto') {
    refuse(['tests'], `must be "auto" with ${mode}, which compares each window with past ones by a measure of its own`);
  }
  if (query.cluster !== undefined) {
    refuse(['cluster'], `is not used with ${mode}, which measures how much windows of dependent rows vary: remove it`);
  }
  checkTimes(query, mode, refuse);
}

function checkBaseline({ baseline, decision }: WithSignificance, mode: string, refuse: Refuse): void {
  const { kind } = baseline;
  if (kind === 'previous') {
    const why = 'one earlier window does not tell how much windows vary';
    refuse(['baseline', 'kind'], `can't be "previous" with ${mode}: ${why}. Use "seasonal" or "window"`);
  }
  if (kind === 'seasonal' && decision.calibration?.period !== undefined) {
    refuse(['decision', 'calibration', 'period'], 'is that of the seasonal baseline: remove it here');
  }
}

function checkTimes({ window, baseline, decision }: WithSignificance, mode: string, refuse: Refuse): void {
  if (!isDuration(window)) {
    refuse(['window'], `must be a duration with ${mode}, such as 1h or 1d: past windows of that length are counted`);
    return;
  }
  const length = parseDuration(window);
  const period = seasonPeriod(baseline, decision.calibration?.period);
  // What is no duration was refused by its own key.
  if (isTraining(baseline)) {
    if (isDuration(period) && length % parseDuration(period) !== 0) {
      refuse(
        ['window'],
        `(${window}) must span whole seasons of ${period} with ${mode} and a baseline without times, which mixes all their hours. Use ${period}, or set "decision.calibration.period" to a shorter season`
      );
    }
  } else if (isDuration(period) && parseDuration(period) % length !== 0) {
    refuse(['window'], `(${window}) must fit a season of ${period} a whole number of times with ${mode}`);
  }
  const { significance, falseAlarmEvery = USUAL_FALSE_ALARM_EVERY } = decision;
  if (significance === 'sequential' && isDuration(falseAlarmEvery) && parseDuration(falseAlarmEvery) <= length) {
    refuse(['decision', 'falseAlarmEvery'], `(${falseAlarmEvery}) must be longer than a window (${window})`);
  }
}
