/** @jest-environment node */
import type { PerformanceMetric } from '../../query/performanceMetric';
import { performanceDecisionSchema } from '../../query/performanceQuery';
import { errorsOfRows } from '../../statistics/performance/testing/outcomesOf';
import { drawNormal } from '../../statistics/random/drawNormal';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describePerformance } from './describePerformance';
import { judgePerformance } from './judgePerformance';
import type { PerformanceSide } from './PerformanceCase';

const ROLES = { threshold: 0.5, predicts: true };

it.each([
  ['mae', 1.4, 0, 'worse'],
  ['mse', 1.4, 0, 'worse'],
  ['rmse', 1.4, 0, 'worse'],
  ['r2', 1.8, 0, 'worse'],
  ['mae', 1, 0, 'not_worse'],
  ['bias', 1, 0.5, 'worse'],
  ['bias', 1, 0, 'not_worse'],
] as const)('%s with errors of %d and a mean error of %d is %s', (metric, size, mean, word) => {
  const [verdict] = judge(metric, forecasts(1, 0, 1), forecasts(size, mean, 2));
  expect(verdict).toMatchObject({ verdict: word, test: 'jackknife_by_day' });
});

it('does not call a bias worse that only changed its sign', () => {
  const [verdict] = judge('bias', forecasts(1, -0.3, 1), forecasts(1, 0.3, 2));
  expect(verdict.verdict).not.toBe('worse');
  expect(verdict.drop).toBeLessThan(0.1);
});

it('says a bias in standard deviations of the errors, and holds it to an objective on both sides of 0', () => {
  const [worse] = judge('bias', forecasts(1, 0, 1), forecasts(1, -0.5, 2));
  expect(describePerformance(worse)).toMatch(
    /^Bias is worse: .* \(increase 0\.4\d+ SD of the errors, 95% interval 0\.\d+ to 0\.\d+\)/
  );
  const [missed] = judge('bias', null, forecasts(1, -0.5, 2), 0.2);
  expect(missed).toMatchObject({ verdict: 'worse', reason: { code: 'objective_missed' } });
});

it('has no relative growth of a loss that was 0', () => {
  const [verdict] = judge('mae', forecasts(0, 0, 1), forecasts(1, 0, 2));
  expect(verdict).toMatchObject({ verdict: 'undefined', severity: null, drop: null });
  expect(describePerformance(verdict)).toContain("The change of MAE isn't defined: the baseline is 0");
});

function judge(
  metric: PerformanceMetric,
  baseline: PerformanceSide | null,
  current: PerformanceSide,
  objective: number | null = null
) {
  const common = { segment: {}, past: [], matureAt: null, estimated: null, gates: true };
  return judgePerformance(
    [{ ...common, metric, baseline, current, objective }],
    ROLES,
    performanceDecisionSchema.parse({})
  );
}

/** 28 days of 200 forecasts. */
function forecasts(size: number, mean: number, seed: number): PerformanceSide {
  const random = seededRandom(seed, 'forecasts');
  return {
    blocks: Array.from({ length: 28 }, (_, block) => {
      const actual = Array.from({ length: 200 }, () => 50 + 2 * drawNormal(random));
      const predicted = actual.map((value) => value + mean + size * drawNormal(random));
      return { block, outcomes: { rows: 200, labelled: 200, errors: errorsOfRows(actual, predicted) } };
    }),
  };
}
