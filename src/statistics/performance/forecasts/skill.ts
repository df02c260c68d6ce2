import type { Metric } from '../MetricInput';
import { boundedMetric, undefinedMetric } from '../metricValues';

/** With a naive forecast for fewer of the rows, what they say is not said of all. */
export const LEAST_SHARE = 0.5;

/**
 * 1 − loss of the model/loss of the naive forecast over the same rows: mean absolute errors, or of classes shares of wrong
 * rows. Below 0 the model is worse. Its interval is found from blocks of rows, elsewhere.
 */
export const skill: Metric = ({ outcomes, roles }) => {
  if (outcomes.labelled === 0) {
    return undefinedMetric('no row has a label');
  }
  const naive = outcomes.forecasts?.naive;
  if (naive === undefined) {
    return undefinedMetric(
      roles.naive === true
        ? 'this source can’t tell the naive forecast'
        : 'no naive forecast is given: set "compare.naive"'
    );
  }
  const { rows, model, naive: loss, without } = naive;
  if (rows === 0 || rows < LEAST_SHARE * (rows + without)) {
    return undefinedMetric(
      `the history is too short or has gaps: ${rows} of ${rows + without} rows with a label have a naive forecast`,
      rows
    );
  }
  return loss.low > 0
    ? boundedMetric([1 - model.high / loss.low, 1 - model.low / loss.high], rows, null)
    : undefinedMetric('the naive forecast is always right: there is no error to compare with', rows);
};
