/** @jest-environment node */
import fixtures from '../../../../tests/fixtures/statistics/estimates.json';
import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import type { PerformanceMetric } from '../../../query/performanceMetric';
import { measurePerformance } from '../measurePerformance';
import type { MetricRoles } from '../MetricRoles';
import { gapOfDays, gapOfRows } from './conceptGap';
import { estimateMetric } from './estimateMetric';
import { expectedOutcomes } from './expectedOutcomes';
import { poolAdjacentViolators } from './poolAdjacentViolators';

const ROLES: MetricRoles = { positive: 'late', score: 'p', threshold: 0.5, predicts: false };

interface Mills {
  readonly scores: readonly number[];
  readonly late: readonly number[];
  readonly on_time: readonly number[];
}

function tableOf({ scores, late, on_time }: Mills): ScoreTable {
  const lower = Float64Array.from(scores, (score) => score / 1000);
  const sides = { late, on_time };
  const byClass = Object.entries(sides).map(([name, counts]) => [name, { counts: Float64Array.from(counts) }] as const);
  return { lower, upper: lower, byClass: new Map(byClass) };
}

function outcomesOf(table: ScoreTable, more: Partial<Outcomes> = {}): Outcomes {
  const rows = [...table.byClass.values()].reduce((sum, { counts }) => counts.reduce((all, n) => all + n, sum), 0);
  return { rows, labelled: rows, scores: new Map([['p', table]]), ...more };
}

/** The same rows before their labels come. */
function withoutLabels(table: ScoreTable): Outcomes {
  const [late, onTime] = ['late', 'on_time'].map((name) => table.byClass.get(name)!.counts);
  const unlabelled = { counts: late.map((count, i) => count + onTime[i]) };
  return outcomesOf(table, { labelled: 0, scores: new Map([['p', { ...table, byClass: new Map(), unlabelled }]]) });
}

describe.each(fixtures.cases)('flights: $name', ({ reference, analysis, estimated, realized_accuracy }) => {
  const [baseline, current] = [tableOf(reference), tableOf(analysis)];

  it('agrees with NannyML’s CBPE', () => {
    for (const [metric, value] of Object.entries(estimated)) {
      const answer = estimateMetric(metric as PerformanceMetric, outcomesOf(baseline), withoutLabels(current), ROLES);
      expect(Math.abs(answer.value! - value)).toBeLessThan(0.001);
      expect(answer.low!).toBeLessThan(value);
      expect(answer.high!).toBeGreaterThan(value);
    }
  });

  it('does not depend on labels that have come', () => {
    const answer = (outcomes: Outcomes) => estimateMetric('roc_auc', outcomesOf(baseline), outcomes, ROLES).value;
    expect(answer(outcomesOf(current))).toBe(answer(withoutLabels(current)));
  });

  it('differs from what came out by the gap, which is many standard errors of independent rows', () => {
    const gap = gapOfRows(baseline, current, ROLES)!;
    // Unsmoothed shares of the buckets, not the isotonic ones.
    expect(Math.abs(gap.gap - (realized_accuracy - estimated.accuracy))).toBeLessThan(0.002);
    expect(Math.sign(gap.gap)).toBe(Math.sign(realized_accuracy - estimated.accuracy));
    expect(Math.abs(gap.z)).toBeGreaterThan(4);
    expect(gap.rows + gap.beyond).toBe(outcomesOf(current).rows);
  });

  it('is the same from buckets that hold a score each', () => {
    const split = (table: ScoreTable): ScoreTable => ({ ...table, upper: Float64Array.from(table.lower) });
    const exact = estimateMetric('accuracy', outcomesOf(baseline), outcomesOf(current), ROLES);
    const bucketed = estimateMetric('accuracy', outcomesOf(split(baseline)), outcomesOf(split(current)), ROLES);
    expect(Math.abs(exact.value! - bucketed.value!)).toBeLessThan(0.001);
  });
});

describe('estimates', () => {
  const table = (late: number[], onTime: number[], scores = [0.2, 0.4, 0.6, 0.8]): ScoreTable =>
    tableOf({ scores: scores.map((score) => score * 1000), late, on_time: onTime });
  const baseline = table([20, 35, 65, 80], [80, 65, 35, 20]);

  it('have the variance of the labels to come and of the calibration', () => {
    const current = withoutLabels(table([100, 0, 0, 100], [0, 100, 100, 0]));
    const answer = estimateMetric('accuracy', outcomesOf(baseline), current, ROLES);
    expect(answer.value).toBeCloseTo((0.8 + 0.65 + 0.65 + 0.8) / 4, 12);
    const padded = [20, 35, 65, 80].map((late) => (late + 0.5) / 101);
    const variance = padded.reduce((sum, c) => sum + c * (1 - c) * (100 + 100 ** 2 / 100), 0) / 400 ** 2;
    const logit = Math.log(answer.value! / (1 - answer.value!));
    const half = (1.959963984540054 * Math.sqrt(variance)) / (answer.value! * (1 - answer.value!));
    expect(answer.low).toBeCloseTo(1 / (1 + Math.exp(half - logit)), 9);
    expect(answer.high).toBeCloseTo(1 / (1 + Math.exp(-half - logit)), 9);
  });

  it('are those of the baseline itself at the same mix', () => {
    for (const metric of ['accuracy', 'recall', 'f1', 'roc_auc', 'brier', 'log_loss', 'mcc'] as const) {
      const value = measurePerformance(metric, outcomesOf(baseline), ROLES).value;
      expect(estimateMetric(metric, outcomesOf(baseline), outcomesOf(baseline), ROLES).value).toBeCloseTo(value!, 12);
    }
  });

  it('count rows whose scores the baseline never had', () => {
    const expected = expectedOutcomes(baseline, table([1, 2, 3, 4], [0, 0, 0, 0], [0.1, 0.2, 0.6, 0.9]), ROLES);
    expect(expected).toMatchObject({ beyond: 5 });
  });

  it('are not made where the threshold is not what was predicted', () => {
    const confusion = { classes: ['late', 'on_time'], counts: [Float64Array.of(150, 50), Float64Array.of(100, 100)] };
    const outcomes = outcomesOf(baseline, { confusion });
    const roles = { ...ROLES, predicts: true };
    expect(estimateMetric('accuracy', outcomes, outcomes, roles).undefined).toBe(
      '250 rows were predicted as late, but 200 have a score of 0.5 or more: set "threshold"'
    );
    expect(estimateMetric('roc_auc', outcomes, outcomes, roles).value).not.toBeNull();
  });

  it('are undefined without a score, for errors, and without labels in the baseline', () => {
    const without = { rows: 5, labelled: 5 };
    expect(estimateMetric('accuracy', without, without, ROLES).undefined).toBe('there is no score to estimate it from');
    expect(estimateMetric('mae', outcomesOf(baseline), outcomesOf(baseline), ROLES).undefined).toBe(
      'errors of numbers can’t be estimated from scores'
    );
    expect(estimateMetric('accuracy', withoutLabels(baseline), outcomesOf(baseline), ROLES).undefined).toBe(
      'the baseline has no row with a label and a score'
    );
  });

  it('say nothing of concept drift by days from too few of them', () => {
    expect(gapOfDays(Array(13).fill(baseline), Array(20).fill(baseline), ROLES)).toBeNull();
  });
});

describe('poolAdjacentViolators', () => {
  it('pools neighbors that fall, and fills buckets without rows', () => {
    const shares = poolAdjacentViolators(
      Float64Array.of(0, 1, 3, 1, 0, 9, 0),
      Float64Array.of(0, 10, 10, 10, 0, 10, 0)
    );
    expect([...shares]).toEqual([0.1, 0.1, 0.2, 0.2, 0.55, 0.9, 0.9]);
  });
});
