import type { Metric } from '../MetricInput';
import { undefinedMetric } from '../metricValues';
import { binaryCounts } from './binaryCounts';
import { share } from './share';

/** TN/(TN + FP): share of the rows of other classes that were not predicted as the class. */
export const specificity: Metric = (input) => {
  const counts = binaryCounts(input);
  if (typeof counts === 'string') {
    return undefinedMetric(counts);
  }
  const { trueNegative, falsePositive, name } = counts;
  return share(trueNegative, trueNegative + falsePositive, `every row is positive (${name})`);
};
