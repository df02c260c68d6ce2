/** @jest-environment node */
import { measureSchema } from '../../../query/measure';
import { measureOfMetric } from './measureOfMetric';

test.each([
  ['calls_total', 'counter: Calls', 'sum(increase(calls_total[$__window]))'],
  ['calls_total', '', 'sum(increase(calls_total[$__window]))'],
  ['latency', 'classic histogram', 'histogram_quantile(0.95, sum by (le) (increase(latency_bucket[$__window])))'],
  ['memory_bytes', 'gauge: Memory', 'avg(avg_over_time(memory_bytes[$__window]))'],
])('%s, "%s": %s', (metric, description, expr) => {
  const measure = measureOfMetric(metric, description, {});
  expect(measure.expr).toBe(expr);
  expect(measureSchema.safeParse(measure).success).toBe(true);
});

test('the series of the query, by its segments', () => {
  const series = { matchers: 'model="delay"', segmentBy: ['version', 'region'] };
  expect(measureOfMetric('calls_total', 'counter', series).expr).toBe(
    'sum by (version, region) (increase(calls_total{model="delay"}[$__window]))'
  );
  expect(measureOfMetric('latency', 'classic histogram', series).expr).toContain(
    'sum by (le, version, region) (increase(latency_bucket{model="delay"}[$__window]))'
  );
});
