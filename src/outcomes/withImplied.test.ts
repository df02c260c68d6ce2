import { withImplied } from './withImplied';

const confusion = { classes: ['fraud', 'good'], counts: [Float64Array.of(3, 1), Float64Array.of(2, 4)] };

it('gives every row without a label the implied class, by its predicted class and its score', () => {
  const scores = Float64Array.of(0.1, 0.9);
  const table = {
    lower: scores,
    upper: scores,
    byClass: new Map([['fraud', { counts: Float64Array.of(1, 3) }]]),
    unlabelled: { counts: Float64Array.of(7, 5) },
  };
  const outcomes = {
    rows: 22,
    labelled: 10,
    confusion,
    unlabelled: new Map([
      ['fraud', 5],
      ['good', 7],
    ]),
    scores: new Map([['s', table]]),
  };
  const implied = withImplied(outcomes, 'good');
  expect(implied).toMatchObject({ rows: 22, labelled: 22 });
  expect(implied.confusion?.counts.map((row) => [...row])).toEqual([
    [3, 1],
    [7, 11],
  ]);
  expect([...(implied.scores?.get('s')?.byClass.get('good')?.counts ?? [])]).toEqual([7, 5]);
  expect(implied.unlabelled?.size).toBe(0);
});

it('adds the implied class where it never occurred', () => {
  const outcomes = { rows: 12, labelled: 10, confusion, unlabelled: new Map([['fraud', 2]]) };
  const implied = withImplied(outcomes, 'clean');
  expect(implied.confusion?.classes).toEqual(['clean', 'fraud', 'good']);
  expect([...(implied.confusion?.counts[0] ?? [])]).toEqual([0, 2, 0]);
});

it('leaves complete rows as they are', () => {
  const outcomes = { rows: 10, labelled: 10, confusion };
  expect(withImplied(outcomes, 'good')).toBe(outcomes);
});
