import { quantileColumns } from '../../query/forecastSpec';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { plainText } from '../../distribution/cell/plainText';
import { naiveOf } from './forecastRoles';
import type { ClassesOf } from './metricsOf';
import { METRIC_SCORE } from './settleRoles';

/** What the statistics need to know of the columns. */
export function metricRoles(query: PerformanceQuery, { positive }: ClassesOf): MetricRoles {
  const { score: asked, threshold, value, prediction, outcomeMetrics, forecast, list } = query;
  const score = outcomeMetrics?.scores === undefined ? asked : METRIC_SCORE;
  const ofPositive =
    typeof score === 'string' || score === undefined
      ? score
      : Object.entries(score).find(([name]) => plainText(name) === positive)?.[1];
  return {
    threshold,
    predicts: prediction !== undefined,
    ...(positive !== undefined && { positive }),
    ...(ofPositive !== undefined && { score: ofPositive }),
    ...(typeof score === 'object' && {
      classScores: new Map(Object.entries(score).map(([name, column]) => [plainText(name), column])),
    }),
    ...(value !== undefined && { value }),
    ...(forecast !== undefined && { quantiles: quantileColumns(forecast), season: forecast.season !== undefined }),
    naive: naiveOf(query) !== undefined,
    lists: list !== undefined,
  };
}
