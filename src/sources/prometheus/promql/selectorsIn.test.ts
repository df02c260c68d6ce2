/** @jest-environment node */
import { selectorsIn } from './selectorsIn';

const MINUTE = 60_000;

it.each([
  [
    'sum(increase(calls_total{a="b"}[1h]))',
    [{ series: 'calls_total{a="b"}', range: 60 * MINUTE, offset: 0, counter: true }],
  ],
  ['sum(rate(x[30m] offset 5m)) / vector(2)', [{ series: 'x', range: 30 * MINUTE, offset: 5 * MINUTE, counter: true }]],
  ['avg_over_time(depth[1h30m])', [{ series: 'depth', range: 90 * MINUTE, offset: 0, counter: false }]],
  [
    'max_over_time(sum(rate({__name__="x"}[5m]))[1h:1m])',
    [{ series: '{__name__="x"}', range: 65 * MINUTE, offset: 0, counter: true }],
  ],
  ['histogram_quantile(0.9, sum by (le) (depth)) + time()', []],
  ['increase(x[1h] @ end())', []],
])('reads the selectors of %s', (expr, selectors) => {
  expect(selectorsIn(expr)).toEqual(selectors);
});

it('names each selector once, and no string that looks like one', () => {
  const found = selectorsIn('increase(a{x="b[1h]"}[1h]) / (increase(a{x="b[1h]"}[1h]) + increase(c[1h]))');
  expect(found.map(({ series }) => series)).toEqual(['a{x="b[1h]"}', 'c']);
});
