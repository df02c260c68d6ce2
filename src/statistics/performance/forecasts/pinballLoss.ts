import type { Metric } from '../MetricInput';
import { boundedMetric, undefinedMetric } from '../metricValues';

/**
 * Mean of τ·max(y − q, 0) + (1 − τ)·max(q − y, 0) over rows and over the predicted quantiles q of levels τ, which is
 * (τ − ½)(ȳ − q̄) + ½·mean |q − y| of each. Its interval is found from blocks of rows, elsewhere.
 */
export const pinballLoss: Metric = ({ outcomes, roles: { quantiles } }) => {
  if (outcomes.labelled === 0) {
    return undefinedMetric('no row has a label');
  }
  const { pinball } = outcomes.forecasts ?? {};
  if (pinball !== undefined && pinball.rows > 0) {
    const mean = pinball.sum / pinball.rows;
    return boundedMetric([mean, mean], pinball.rows, null);
  }
  if (quantiles === undefined || quantiles.size === 0) {
    return undefinedMetric(
      'no predicted quantile is given: set "forecast.quantiles", or "forecast.lower" and "forecast.upper"'
    );
  }
  const sums = outcomes.forecasts?.quantiles;
  if (sums === undefined) {
    return undefinedMetric('this source can’t tell the errors of predicted quantiles');
  }
  let [low, high] = [0, 0];
  let rows = Infinity;
  for (const [level, column] of quantiles) {
    const errors = sums.get(column);
    if (errors === undefined || errors.rows === 0) {
      return undefinedMetric(`no row with a label has predicted quantiles in their order, such as "${column}"`);
    }
    const shift = (level - 0.5) * (errors.meanActual - errors.meanPredicted);
    low += Math.max(0, shift + errors.absolute.low / errors.rows / 2);
    high += Math.max(0, shift + errors.absolute.high / errors.rows / 2);
    rows = Math.min(rows, errors.rows);
  }
  return boundedMetric([low / quantiles.size, high / quantiles.size], rows, null);
};
