import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';

/**
 * Mean of 2|p − y|/(|p| + |y|), from 0 to 2, where 0/0 counts 0. Its interval is found from blocks of rows, elsewhere.
 */
export const smape: Metric = ({ outcomes }) => {
  const { errors } = outcomes;
  if (!errors || errors.rows === 0) {
    return undefinedMetric(
      outcomes.labelled === 0 ? 'no row has a label' : 'no row has both a label and a predicted number'
    );
  }
  return errors.symmetric === undefined
    ? undefinedMetric('this source can’t tell relative errors', errors.rows)
    : exactMetric(errors.symmetric.sum / errors.rows, errors.rows, null);
};
