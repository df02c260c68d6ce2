import references from '../../../../tests/fixtures/performance/bias.json';
import type { Outcomes } from '../../../outcomes/Outcomes';
import { tango } from '../intervals/tango';
import { measurePerformance } from '../measurePerformance';

const roles = { positive: 'yes', threshold: 0.5, predicts: true };

/** So many hits, false alarms, missed rows, and rightly negative ones. */
function outcomes(hits: number, falsePositive: number, falseNegative: number, negative: number): Outcomes {
  const rows = hits + falsePositive + falseNegative + negative;
  const counts = [Float64Array.of(negative, falsePositive), Float64Array.of(falseNegative, hits)];
  return { rows, labelled: rows, confusion: { classes: ['no', 'yes'], counts } };
}

it.each(references)('has the interval of paired shares, $b and $c of $n rows', ({ b, c, n, low, high, mcnemar }) => {
  const interval = tango(b, c, n);
  expect(interval[0]).toBeCloseTo(low, 6);
  expect(interval[1]).toBeCloseTo(high, 6);
  // It leaves out 0 where McNemar's test finds a difference.
  expect(interval[0] > 0 || interval[1] < 0).toBe(mcnemar < 0.05);
});

it('is the share predicted less the share that came true', () => {
  const value = measurePerformance('prediction_bias', outcomes(50, 30, 10, 110), roles);
  expect(value).toMatchObject({ rows: 200 });
  expect(value.value).toBeCloseTo(80 / 200 - 60 / 200, 12);
  expect(value.low).toBeGreaterThan(0);
  const other = measurePerformance('prediction_bias', outcomes(50, 30, 10, 110), roles, 'no');
  expect(other.value).toBeCloseTo(-(value.value ?? 0), 12);
});

it('is undefined without a label or a positive class, with a reason', () => {
  expect(measurePerformance('prediction_bias', { rows: 5, labelled: 0 }, roles).undefined).toBe('no row has a label');
  const unnamed = measurePerformance('prediction_bias', outcomes(1, 1, 1, 1), { threshold: 0.5, predicts: true });
  expect(unnamed).toMatchObject({ value: null, undefined: expect.stringContaining('positive') });
});
