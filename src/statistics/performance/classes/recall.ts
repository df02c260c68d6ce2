import type { Metric } from '../MetricInput';
import { undefinedMetric } from '../metricValues';
import { binaryCounts, type BinaryCounts } from './binaryCounts';
import { share } from './share';

/** TP/(TP + FN): share of the rows of the class that were predicted as it. */
export const recall: Metric = (input) => {
  const counts = binaryCounts(input);
  return typeof counts === 'string' ? undefinedMetric(counts) : recallOf(counts);
};

export function recallOf({ truePositive, falseNegative, name }: BinaryCounts) {
  return share(truePositive, truePositive + falseNegative, `no row is positive (${name})`);
}
