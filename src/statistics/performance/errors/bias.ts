import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { errorMoments } from './errorMoments';

/** Mean of p − y, with Student's t: positive where predictions are too high. */
export const bias: Metric = (input) => {
  const moments = errorMoments(input);
  const sums = input.outcomes.errors;
  if (typeof moments === 'string') {
    return sums && sums.rows > 0 && input.outcomes.labelled > 0
      ? exactMetric(sums.meanPredicted - sums.meanActual, sums.rows, null)
      : undefinedMetric(moments);
  }
  const { rows, squares, bias: mean } = moments;
  const around = Math.max(0, squares - rows * mean * mean);
  return exactMetric(mean, rows, studentInterval([mean, mean], around, rows));
};
