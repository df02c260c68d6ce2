import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { NO_INTERVAL, withoutInterval } from './coverage';

/** Mean of upper − lower over labelled rows, with Student's t. Rows whose ends are crossed count nowhere. */
export const intervalWidth: Metric = (input) => {
  const { interval } = input.outcomes.forecasts ?? {};
  if (interval === undefined || interval.rows === 0) {
    return undefinedMetric(interval === undefined ? withoutInterval(input) : NO_INTERVAL);
  }
  const { rows, width, squares } = interval;
  if (width === undefined || squares === undefined) {
    return undefinedMetric('this source can’t tell how wide intervals are');
  }
  const mean = width / rows;
  return exactMetric(mean, rows, studentInterval([mean, mean], Math.max(0, squares - rows * mean * mean), rows));
};
