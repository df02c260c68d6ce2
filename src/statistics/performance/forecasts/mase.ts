import { studentInterval } from '../intervals/studentInterval';
import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { LEAST_SHARE } from './skill';

/**
 * Mean of |p − y| divided by the mean of |y_t − y_{t−m}| of its series before the window, m being the season (R. Hyndman and
 * A. Koehler 2006), with Student's t.
 */
export const mase: Metric = ({ outcomes, roles }) => {
  if (outcomes.labelled === 0) {
    return undefinedMetric('no row has a label');
  }
  const scaled = outcomes.forecasts?.scaled;
  if (scaled === undefined) {
    return undefinedMetric(
      roles.season === true
        ? 'this source can’t tell how the series changed before'
        : 'no season is given: set "forecast.season"'
    );
  }
  const { rows, sum, squares, short, constant } = scaled;
  const all = rows + short + constant;
  if (rows === 0 || rows < LEAST_SHARE * all) {
    const why =
      constant > short
        ? `the series did not change from season to season before the window (${constant} of ${all} rows): there is no error to scale by`
        : `the history before the window is too short or has gaps: ${rows} of ${all} rows with a label have a series with ten seasonal differences`;
    return undefinedMetric(why, rows);
  }
  const mean = sum / rows;
  return exactMetric(mean, rows, studentInterval([mean, mean], Math.max(0, squares - rows * mean * mean), rows));
};
