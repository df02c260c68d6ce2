import type { Metric } from '../MetricInput';
import { undefinedMetric } from '../metricValues';
import { binaryCounts, type BinaryCounts } from './binaryCounts';
import { share } from './share';

/** TP/(TP + FP): share of the rows that were predicted as the class in which it came true. */
export const precision: Metric = (input) => {
  const counts = binaryCounts(input);
  return typeof counts === 'string' ? undefinedMetric(counts) : precisionOf(counts);
};

export function precisionOf({ truePositive, falsePositive, name }: BinaryCounts) {
  return share(truePositive, truePositive + falsePositive, `no row with a label was predicted as positive (${name})`);
}
