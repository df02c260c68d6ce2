import { share } from '../classes/share';
import type { Metric, MetricInput } from '../MetricInput';
import { undefinedMetric } from '../metricValues';

/** Share of rows with lower ≤ y ≤ upper, with Wilson's interval. Rows whose ends are crossed count nowhere. */
export const coverage: Metric = (input) => {
  const { interval } = input.outcomes.forecasts ?? {};
  return interval === undefined
    ? undefinedMetric(withoutInterval(input))
    : share(interval.inside, interval.rows, NO_INTERVAL);
};

export const NO_INTERVAL = 'no row with a label has an interval whose lower end is below its upper end';

/** Why there is no interval. */
export function withoutInterval({ outcomes, roles }: MetricInput): string {
  if (outcomes.labelled === 0) {
    return 'no row has a label';
  }
  return roles.quantiles === undefined || roles.quantiles.size < 2
    ? 'no predicted interval is given: set "forecast.lower" and "forecast.upper"'
    : 'this source can’t compare an interval with the actual value row by row';
}
