import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { errorMoments } from './errorMoments';
import { mseInterval } from './mse';

/** Root of the mean of (p − y)²; its interval is that of the mean, under the root. */
export const rmse: Metric = (input) => {
  const moments = errorMoments(input);
  if (typeof moments === 'string') {
    return undefinedMetric(moments);
  }
  const interval = mseInterval(moments);
  const value = Math.sqrt(moments.squares / moments.rows);
  return exactMetric(value, moments.rows, interval && [Math.sqrt(interval[0]), Math.sqrt(interval[1])]);
};
