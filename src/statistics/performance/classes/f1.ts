import { wilson } from '../intervals/wilson';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { binaryCounts, type BinaryCounts } from './binaryCounts';

/**
 * 2TP/(2TP + FP + FN). It is 2J/(1 + J) of Jaccard's J = TP/(TP + FP + FN), a share of rows: its interval is Wilson's of J,
 * mapped.
 */
export const f1: Metric = (input) => {
  const counts = binaryCounts(input);
  return typeof counts === 'string' ? undefinedMetric(counts) : f1Of(counts);
};

export function f1Of({ truePositive, falsePositive, falseNegative, name }: BinaryCounts) {
  const rows = truePositive + falsePositive + falseNegative;
  if (!(rows > 0)) {
    return undefinedMetric(`no row is positive or was predicted so (${name})`);
  }
  const [low, high] = wilson(truePositive, rows);
  const value = (2 * truePositive) / (2 * truePositive + falsePositive + falseNegative);
  return exactMetric(value, rows, [fromJaccard(low), fromJaccard(high)]);
}

function fromJaccard(jaccard: number): number {
  return (2 * jaccard) / (1 + jaccard);
}
