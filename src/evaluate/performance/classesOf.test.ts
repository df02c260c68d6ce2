import type { Outcomes } from '../../outcomes/Outcomes';
import { parseQuery } from '../../query/parseQuery';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { classesOf } from './classesOf';
import { metricsOf } from './metricsOf';

const queryOf = (more = {}) =>
  parseQuery({
    kind: 'performance',
    current: { path: 'a.csv' },
    prediction: 'p',
    label: { field: 'y' },
    ...more,
  }) as PerformanceQuery;
const ROLES = { task: 'classification' as const, prediction: 'p', scores: [], label: { field: 'y' }, cuts: [] };

/** Counts by actual and predicted class. */
function outcomes(counts: Record<string, Record<string, number>>): Outcomes {
  const classes = [...new Set([...Object.keys(counts), ...Object.values(counts).flatMap(Object.keys)])].sort();
  const matrix = classes.map((a) => Float64Array.from(classes, (b) => counts[a]?.[b] ?? 0));
  return { rows: 10, labelled: 10, confusion: { classes, counts: matrix } };
}

it('takes the class that is called 1 or true as positive, and says so', () => {
  const { data, notices } = classesOf(queryOf(), ROLES, [outcomes({ 0: { 0: 5, 1: 1 }, 1: { 1: 4 } })]);
  expect(data).toMatchObject({ classes: ['0', '1'], positive: '1' });
  expect(notices).toEqual(['The positive class is "1". Set "positive" to choose another.']);
  expect(metricsOf(queryOf(), data).map(({ metric }) => metric)).toEqual([
    ...['accuracy', 'precision', 'recall', 'specificity', 'f1', 'mcc', 'prediction_bias'],
  ]);
});

it('does not guess which of two names is positive: accuracy decides then', () => {
  const { data, notices } = classesOf(queryOf(), ROLES, [outcomes({ cat: { cat: 5, dog: 1 }, dog: { dog: 4 } })]);
  expect(data.positive).toBeUndefined();
  expect(notices).toEqual([
    'Which class is positive is not known (cat, dog). Set "positive" for precision, recall, and scores.',
  ]);
  expect(metricsOf(queryOf(), data).filter(({ gates }) => gates)).toEqual([{ metric: 'accuracy', gates: true }]);
});

it('takes the positive class as it is spelled: 1.0 is 1', () => {
  const { data } = classesOf(queryOf({ positive: '1.0' }), ROLES, [outcomes({ 0: { 0: 5 }, 1: { 1: 4 } })]);
  expect(data.positive).toBe('1');
});

it('names the classes where the positive one occurs in no row', () => {
  const rows = [outcomes({ good: { good: 5 }, fraud: { fraud: 4 } })];
  expect(() => classesOf(queryOf({ positive: 'frau' }), ROLES, rows)).toThrow(
    '"positive": class "frau" occurs in no row. Classes: fraud, good.'
  );
});

it('answers no accuracy of 0 where labels and predictions are written differently', () => {
  const rows = [outcomes({ yes: { '1': 5 }, no: { '0': 4 } })];
  expect(() => classesOf(queryOf(), ROLES, rows)).toThrow(
    'No class occurs in both "y" (no, yes) and "p" (0, 1). Write them alike on both sides.'
  );
  expect(() => classesOf(queryOf(), ROLES, [outcomes({ a: { b: 9 } })])).not.toThrow();
});

it('measures each of several classes, and lets accuracy and macro F1 decide', () => {
  const { data } = classesOf(queryOf(), ROLES, [outcomes({ a: { a: 5, b: 1 }, b: { b: 4 }, c: { a: 1, c: 2 } })]);
  const metrics = metricsOf(queryOf(), data);
  expect(metrics.filter(({ gates }) => gates).map(({ metric }) => metric)).toEqual(['accuracy', 'macro_f1']);
  expect(metrics.filter(({ metric }) => metric === 'recall').map(({ ofClass }) => ofClass)).toEqual(['a', 'b', 'c']);
});

it('refuses numbers that were taken for classes', () => {
  const counts = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.5`, { [`${i}.5`]: 1 }]));
  expect(() => classesOf(queryOf({ positive: '1' }), ROLES, [outcomes(counts)])).toThrow('set "task" to "regression"');
});

it('lets only listed metrics decide, whatever they are', () => {
  const data = { task: 'regression' as const, classes: [], positive: undefined, hasScore: false, hasPrediction: true };
  expect(metricsOf(queryOf({ metrics: ['rmse'] }), data)).toEqual([{ metric: 'rmse', gates: true }]);
  expect(
    metricsOf(queryOf(), data)
      .filter(({ gates }) => gates)
      .map(({ metric }) => metric)
  ).toEqual(['mae', 'bias']);
});

it('takes no implied class that is written otherwise than in the data for a class of its own', () => {
  // Only what came true is reported.
  const truths = [outcomes({ true: { true: 5, False: 2 } })];
  const of = (implied: string, rows = truths) =>
    classesOf(queryOf({ label: { field: 'y', implied } }), ROLES, rows).data.classes;
  expect(() => of('false')).toThrow('"label.implied": write "false" as "False", as the data do.');
  expect(() => of('0')).toThrow('"label.implied": write "0" as "False", as the data do.');
  expect(of('False')).toEqual(['False', 'true']);
  expect(() => of('Good', [outcomes({ fraud: { fraud: 5, good: 1 } })])).toThrow('write "Good" as "good"');
  expect(of('good', [outcomes({ fraud: { fraud: 5 } })])).toEqual(['fraud', 'good']);
});
