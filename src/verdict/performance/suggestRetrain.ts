import { number } from '../figures';
import { METRIC_WORDS } from './metricWords';
import { ENOUGH_TO_RETRAIN } from './nextStepOfPerformance';
import type { PerformanceVerdict } from './PerformanceVerdict';

/** What speaks for concept drift: labels contradict what scores and an earlier calibration lead one to expect. */
export interface ConceptDrift {
  /** After the correction. */
  readonly pAdjusted: number;
  readonly alpha: number;
  /** Realized less estimated. */
  readonly gap: number;
}

/** Whether to retrain, with the evidence in a sentence; null where nothing calls for it or labels are too few to learn from. */
export function suggestRetrain(verdicts: readonly PerformanceVerdict[], drift: ConceptDrift | null): string | null {
  const worse = verdicts.filter(({ severity, reason }) => severity === 2 && reason.code !== 'estimated_worse');
  const labelled = Math.max(0, ...verdicts.filter(({ matureAt }) => matureAt === null).map((one) => one.labelled));
  const isDrift = drift !== null && drift.pAdjusted <= drift.alpha;
  if (labelled < ENOUGH_TO_RETRAIN || (worse.length === 0 && !isDrift)) {
    return null;
  }
  const names = [...new Set(worse.map(({ metric }) => METRIC_WORDS[metric]))];
  const evidence = [
    ...(names.length > 0 ? [`${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} worse`] : []),
    ...(isDrift
      ? [`labels contradict the scores (realized less estimated ${number(drift.gap)}): a sign of concept drift`]
      : []),
  ];
  return `Consider retraining: ${evidence.join('; ')}. ${number(labelled)} recent labels are there to learn from.`;
}
