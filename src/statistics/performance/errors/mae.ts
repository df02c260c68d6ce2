import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { boundedMetric, undefinedMetric } from '../metricValues';
import { errorMoments } from './errorMoments';

/** Mean of |p − y|, with Student's t. Where only bounds are known they are narrowed by |bias| and the root of the mean square. */
export const mae: Metric = (input) => {
  const moments = errorMoments(input);
  const sums = input.outcomes.errors;
  if (typeof moments === 'string') {
    // The absolute errors may be known where their squares are lost to rounding.
    return sums && sums.rows > 0 && sums.absolute.low === sums.absolute.high
      ? boundedMetric([sums.absolute.low / sums.rows, sums.absolute.high / sums.rows], sums.rows, null)
      : undefinedMetric(moments);
  }
  const { rows, bias, squares, sums: told } = moments;
  const { low, high } = told.absolute;
  const exact = low === high;
  const from = exact ? low : Math.max(low, Math.abs(bias) * rows);
  const to = exact ? high : Math.min(high, Math.sqrt(squares * rows));
  const bounds = [from / rows, Math.max(from, to) / rows] as const;
  return boundedMetric(bounds, rows, studentInterval(bounds, Math.max(0, squares - from ** 2 / rows), rows));
};
