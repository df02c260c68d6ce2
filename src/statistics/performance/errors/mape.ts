import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';

/**
 * Mean of |p − y|/|y|, as a share. Undefined if any actual value is 0; the reason then tells that of all others. Its interval
 * is found from blocks of rows, elsewhere.
 */
export const mape: Metric = ({ outcomes }) => {
  const { errors } = outcomes;
  if (!errors || errors.rows === 0) {
    return undefinedMetric(
      outcomes.labelled === 0 ? 'no row has a label' : 'no row has both a label and a predicted number'
    );
  }
  const { relative, rows } = errors;
  if (relative === undefined) {
    return undefinedMetric('this source can’t tell relative errors', rows);
  }
  if (relative.zeros === 0) {
    return exactMetric(relative.sum / rows, rows, null);
  }
  const others = rows - relative.zeros;
  const ofOthers = others > 0 ? `; of nonzero values it is ${Number((relative.sum / others).toPrecision(3))}` : '';
  const count = relative.zeros === 1 ? 'one actual value is 0' : `${relative.zeros} actual values are 0`;
  return undefinedMetric(`${count}${ofOthers}`, others);
};
