import type { Metric } from '../MetricInput';
import { exactMetric, undefinedMetric } from '../metricValues';
import { errorMoments } from './errorMoments';

/** 1 − Σ(p − y)²/Σ(y − ȳ)². Its interval is found from blocks of rows, elsewhere. */
export const r2: Metric = (input) => {
  const moments = errorMoments(input);
  if (typeof moments === 'string') {
    return undefinedMetric(moments);
  }
  return moments.spread > 0
    ? exactMetric(1 - moments.squares / moments.spread, moments.rows, null)
    : undefinedMetric('all actual values are equal', moments.rows);
};
