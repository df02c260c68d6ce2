/** @jest-environment node */
import fixtures from '../../../tests/fixtures/statistics/performance.json';
import jstat from '../../../tests/fixtures/statistics/jstat.json';
import { binaryScores } from '../../outcomes/binaryScores';
import { type PerformanceMetric, performanceMetricSchema } from '../../query/performanceMetric';
import { studentQuantile } from '../special/studentQuantile';
import { measurePerformance, metricPoint } from './measurePerformance';
import type { MetricRoles } from './MetricRoles';
import { calibrationByChance } from './scores/calibrationByChance';
import { placementsOf } from './scores/placements';
import { errorsOfRows, outcomesOfRows, tableOfRows } from './testing/outcomesOf';
import type { Outcomes } from '../../outcomes/Outcomes';

/** Printed with the reference when it fails. */
function expectClose(actual: number | null | undefined, expected: number, relative = 1e-9): void {
  if (!(typeof actual === 'number' && Math.abs(actual - expected) <= Math.abs(expected) * relative + 1e-12)) {
    expect(actual).toBe(expected);
  }
}

type Reference = Readonly<Record<string, readonly number[]>>;

function expectMetrics(outcomes: Outcomes, roles: MetricRoles, reference: Reference, intervals = 1e-9): void {
  for (const [name, [value, low, high]] of Object.entries(reference)) {
    const metric = performanceMetricSchema.parse(name);
    const measured = measurePerformance(metric, outcomes, roles);
    expectClose(measured.value, value);
    expectClose(metricPoint(metric, outcomes, roles), value);
    expect([measured.boundLow, measured.boundHigh]).toEqual([measured.value, measured.value]);
    if (low === undefined) {
      expect([measured.low, measured.high]).toEqual([null, null]);
    } else {
      expectClose(measured.low, Math.min(low, value), intervals);
      expectClose(measured.high, Math.max(high, value), intervals);
    }
  }
}

const BINARY: MetricRoles = {
  positive: '1',
  score: 'p',
  threshold: 0.5,
  predicts: true,
  value: { truePositive: 100, falsePositive: -5, trueNegative: 0.5, falseNegative: -80 },
};

describe.each(fixtures.binary)('two classes: $name', ({ actual, predicted, scores, reference, chance, ...rest }) => {
  const outcomes = outcomesOfRows(actual, predicted, new Map([['p', scores]]));
  it('agrees with scikit-learn, SciPy, statsmodels and pROC', () => {
    // The derivatives of MCC's reference are numeric.
    const { mcc, ...others } = reference as unknown as Reference;
    expectMetrics(outcomes, BINARY, others);
    expectMetrics(outcomes, BINARY, mcc ? { mcc } : {}, 1e-6);
  });

  it('finds the same classes from scores alone', () => {
    const fromScores = { ...outcomes, confusion: undefined };
    for (const metric of ['accuracy', 'recall', 'f1'] as const) {
      const roles = { ...BINARY, predicts: false };
      expect(measurePerformance(metric, fromScores, roles)).toEqual(measurePerformance(metric, outcomes, BINARY));
    }
  });

  it('has DeLong’s variance', () => {
    const table = binaryScores(tableOfRows(actual, scores), '1');
    expectClose(placementsOf(table, 0.5).standardError ** 2, rest.delong_variance);
  });

  it('knows the calibration error that chance makes', () => {
    const known = calibrationByChance(binaryScores(tableOfRows(actual, scores), '1'));
    expectClose(known?.expected, chance.expected);
    expectClose(known?.chiSquare, chance.chi_square, 1e-7);
    expectClose(known?.pValue, chance.p, 1e-7);
    expect(known?.degrees).toBe(chance.degrees);
  });
});

describe.each(fixtures.classes)('$name', ({ counts, reference, by_class }) => {
  const classes = counts.map((_, i) => `${i}`);
  const rows = counts.flat().reduce((sum, count) => sum + count, 0);
  const confusion = { classes, counts: counts.map((row) => Float64Array.from(row)) };
  const roles: MetricRoles = { threshold: 0.5, predicts: true };
  it('agrees with scikit-learn over all classes', () => {
    expectMetrics({ rows, labelled: rows, confusion }, roles, reference as unknown as Reference, 1e-6);
  });
  it('agrees with it for each class', () => {
    for (const [metric, values] of Object.entries(by_class)) {
      values.forEach((value, i) => {
        const outcomes = { rows, labelled: rows, confusion };
        expectClose(measurePerformance(metric as PerformanceMetric, outcomes, roles, `${i}`).value, value);
      });
    }
  });
});

describe('scores of several classes', () => {
  const { actual, scores, reference } = fixtures.several;
  const columns = scores[0].map((_, k) => [`p${k}`, scores.map((row) => row[k])] as const);
  const outcomes = outcomesOfRows(actual, null, new Map(columns));
  const classScores = new Map(columns.map(([column], k) => [`${k}`, column]));
  const roles: MetricRoles = { threshold: 0.5, predicts: false, classScores };
  it('agree with scikit-learn', () => {
    const { log_loss, ...others } = reference;
    expectMetrics(outcomes, roles, { log_loss });
    for (const [metric, value] of Object.entries(others)) {
      expectClose(measurePerformance(metric as PerformanceMetric, outcomes, roles).value, value);
    }
  });
});

describe.each(fixtures.errors)('errors: $name', ({ actual, predicted, reference }) => {
  const roles: MetricRoles = { threshold: 0.5, predicts: true };
  const outcomesOf = (detail: boolean) => ({
    rows: actual.length,
    labelled: actual.length,
    errors: errorsOfRows(actual, predicted, detail),
  });
  it('agree with scikit-learn and statsmodels', () => {
    expectMetrics(outcomesOf(true), roles, reference as unknown as Reference);
  });
  it('are found from moments alone', () => {
    const outcomes = outcomesOf(false);
    const { mae, rmse, r2 } = reference;
    expectMetrics(outcomes, roles, { mae }, 1e-6);
    expectClose(measurePerformance('rmse', outcomes, roles).value, rmse[0], 1e-7);
    expectClose(measurePerformance('r2', outcomes, roles).value, r2[0], 1e-7);
  });
});

it.each(fixtures.student_quantiles)('Student quantile of %p with %p degrees', (tail, degrees, expected) => {
  expectClose(studentQuantile(tail, degrees), expected);
});

it('has no use for jStat’s quantiles, which miss by more than 1e-9', () => {
  const exact = new Map(fixtures.student_quantiles.map(([tail, degrees, value]) => [`${tail} ${degrees}`, value]));
  const errors = jstat.student_quantiles.map(([tail, degrees, value]) =>
    Math.abs(value / (exact.get(`${tail} ${degrees}`) ?? NaN) - 1)
  );
  expect(errors.filter((error) => error > 1e-9).length).toBeGreaterThan(errors.length / 3);
  expect(Math.max(...errors)).toBeGreaterThan(1e-6);
});
