import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { MetricInput } from '../MetricInput';
import { confusionOf } from './confusionOf';

/** A confusion matrix of one class against all others. */
export interface BinaryCounts {
  readonly name: string;
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}

/** Counts of the class that is asked about, or why there are none. */
export function binaryCounts(input: MetricInput): BinaryCounts | string {
  const confusion = confusionOf(input);
  if (typeof confusion === 'string') {
    return confusion;
  }
  const name = input.ofClass ?? input.roles.positive;
  return name === undefined ? 'no class is named as positive: set "positive"' : countsOfClass(confusion, name);
}

export function countsOfClass({ classes, counts }: ConfusionCounts, name: string): BinaryCounts {
  const own = classes.indexOf(name);
  const result = { truePositive: 0, falsePositive: 0, trueNegative: 0, falseNegative: 0 };
  for (let actual = 0; actual < classes.length; actual++) {
    for (let predicted = 0; predicted < classes.length; predicted++) {
      const isActual = actual === own;
      const isPredicted = predicted === own;
      const cell = isActual ? (isPredicted ? 'truePositive' : 'falseNegative') : isPredicted ? 'falsePositive' : null;
      result[cell ?? 'trueNegative'] += counts[actual][predicted];
    }
  }
  return { name, ...result };
}
