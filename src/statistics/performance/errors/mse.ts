import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, type Range, undefinedMetric } from '../metricValues';
import { type ErrorMoments, errorMoments } from './errorMoments';

/** Mean of (p − y)²; Student's t of its logarithm where the fourth powers are known, since squared errors are skewed. */
export const mse: Metric = (input) => {
  const moments = errorMoments(input);
  if (typeof moments === 'string') {
    return undefinedMetric(moments);
  }
  return exactMetric(moments.squares / moments.rows, moments.rows, mseInterval(moments));
};

export function mseInterval({ rows, squares, fourth }: ErrorMoments): Range | null {
  const mean = squares / rows;
  if (fourth === undefined) {
    return null;
  }
  const interval = studentInterval([mean, mean], Math.max(0, fourth - squares * mean), rows);
  if (interval === null || !(mean > 0)) {
    return null;
  }
  const factor = Math.exp((interval[1] - mean) / mean);
  return [mean / factor, mean * factor];
}
