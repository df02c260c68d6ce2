import { tango } from '../intervals/tango';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { binaryCounts } from './binaryCounts';

/**
 * Share of the rows predicted as a class less the share that came true, over the same rows: (FP − FN)/n. The interval is that
 * of paired shares, since both are of the same rows (McNemar's test, inverted by Tango).
 */
export const predictionBias: Metric = (input) => {
  const of = binaryCounts(input);
  if (typeof of === 'string') {
    return undefinedMetric(of);
  }
  const { truePositive, falsePositive, trueNegative, falseNegative } = of;
  const rows = truePositive + falsePositive + trueNegative + falseNegative;
  if (rows === 0) {
    return undefinedMetric('no row has both a label and a predicted class');
  }
  const interval = input.pointOnly ? null : tango(falsePositive, falseNegative, rows);
  return exactMetric((falsePositive - falseNegative) / rows, rows, interval);
};
