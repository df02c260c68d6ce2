/** @jest-environment node */
import { PERFORMANCE_METRICS, type PerformanceMetric } from '../../query/performanceMetric';
import type { Outcomes } from '../../outcomes/Outcomes';
import { measurePerformance, metricPoint } from './measurePerformance';
import type { MetricRoles } from './MetricRoles';
import { bucketsOfRows, errorsOfRows, outcomesOfRows } from './testing/outcomesOf';

const ROLES: MetricRoles = { positive: '1', score: 'p', threshold: 0.5, predicts: true };

function reasonOf(metric: PerformanceMetric, outcomes: Outcomes, roles = ROLES): string | undefined {
  const measured = measurePerformance(metric, outcomes, roles);
  expect([measured.value, measured.low, measured.high, measured.boundLow, measured.boundHigh]).toEqual(
    Array(5).fill(null)
  );
  expect(metricPoint(metric, outcomes, roles)).toBeNull();
  return measured.undefined;
}

it('says why there is no value without labels', () => {
  for (const metric of PERFORMANCE_METRICS) {
    const roles = { ...ROLES, value: { truePositive: 1, falsePositive: 0, trueNegative: 0, falseNegative: 0 } };
    expect(reasonOf(metric, { rows: 12, labelled: 0 }, roles)).toBe('no row has a label');
  }
});

it('says why a metric of classes is undefined', () => {
  const rows = outcomesOfRows([0, 1, 0, 0], [0, 0, 0, 0]);
  expect(reasonOf('precision', rows)).toBe('no row with a label was predicted as positive (1)');
  expect(reasonOf('macro_precision', rows)).toBe('no row with a label was predicted as positive (1)');
  expect(reasonOf('mcc', rows)).toBe('all rows were predicted as one class');
  expect(reasonOf('mcc', outcomesOfRows([0, 0, 0], [0, 1, 0]))).toBe('all rows are of one class');
  expect(reasonOf('recall', outcomesOfRows([0, 0], [0, 1]))).toBe('no row is positive (1)');
  expect(reasonOf('specificity', outcomesOfRows([1, 1], [0, 1]))).toBe('every row is positive (1)');
  expect(reasonOf('f1', outcomesOfRows([0, 0], [0, 0]))).toBe('no row is positive or was predicted so (1)');
  expect(reasonOf('precision', rows, { threshold: 0.5, predicts: true })).toBe(
    'no class is named as positive: set "positive"'
  );
  expect(reasonOf('business_value', rows)).toBe('no value of an outcome is given: set "value"');
});

it('says why a metric of scores is undefined', () => {
  const scores = new Map([['p', [0.1, 0.4, 0.8]]]);
  for (const metric of ['roc_auc', 'gini', 'ks', 'average_precision'] as const) {
    expect(reasonOf(metric, outcomesOfRows([0, 0, 0], null, scores))).toBe('no row is positive (1)');
  }
  for (const metric of ['roc_auc', 'ks'] as const) {
    expect(reasonOf(metric, outcomesOfRows([1, 1, 1], null, scores))).toBe('every row is positive (1)');
  }
  expect(reasonOf('brier', { rows: 3, labelled: 3 })).toBe('no row has both a label and a score in "p"');
  expect(reasonOf('roc_auc', { rows: 3, labelled: 3 }, { ...ROLES, score: undefined })).toBe(
    'there is no column with the score of 1'
  );
});

it('does not guess on which side of a threshold the rows of a bucket are', () => {
  const table = bucketsOfRows([0, 1, 1], [0.45, 0.55, 0.9], [0, 0.4, 0.6, 1]);
  const outcomes = { rows: 3, labelled: 3, scores: new Map([['p', table]]) };
  expect(reasonOf('accuracy', outcomes, { ...ROLES, predicts: false })).toBe(
    'the threshold 0.5 lies inside the bucket of scores from 0.4 to 0.6'
  );
});

it('says why a metric of errors is undefined, and what it is of the other rows', () => {
  const of = (actual: number[], predicted: number[], detail = true) => ({
    rows: actual.length,
    labelled: actual.length,
    errors: errorsOfRows(actual, predicted, detail),
  });
  expect(reasonOf('mape', of([0, 2, 4], [1, 3, 4]))).toBe('one actual value is 0; of nonzero values it is 0.25');
  expect(reasonOf('mape', of([0, 0], [1, 3]))).toBe('2 actual values are 0');
  expect(reasonOf('r2', of([3, 3], [1, 3]))).toBe('all actual values are equal');
  expect(reasonOf('smape', of([3, 3], [1, 3], false))).toBe('this source can’t tell relative errors');
  expect(measurePerformance('smape', of([0, 1], [0, 1]), ROLES).value).toBe(0);
});

it('tells no squared error that is only rounding', () => {
  const actual = Array.from({ length: 50 }, (_, i) => 1e6 * i);
  const predicted = actual.map((y, i) => y + (i % 2 ? 0.1 : -0.1));
  const told = { rows: 50, labelled: 50, errors: errorsOfRows(actual, predicted, false) };
  expect(reasonOf('rmse', told)).toMatch('can’t be told from rounding');
  expect(measurePerformance('mae', told, ROLES).value).toBeCloseTo(0.1, 6);
  const known = { ...told, errors: errorsOfRows(actual, predicted) };
  expect(measurePerformance('rmse', known, ROLES).value).toBeCloseTo(0.1, 6);
  const perfect = { ...told, errors: errorsOfRows(actual, actual, false) };
  expect(measurePerformance('rmse', perfect, ROLES).value).toBe(0);
});
