/** @jest-environment node */
import { errorBudgetSchema } from '../../../query/errorBudget';
import { describeBudget, nextStepOfBudget } from './describeBudget';
import type { BudgetDay } from './ErrorBudget';
import { judgeBudget } from './judgeBudget';

const DAY = 86_400_000;
const END = Date.UTC(2024, 5, 29);
const spec = errorBudgetSchema.parse({});
/** The newest day last. */
const daysOf = (bad: readonly number[], rows = 1000): BudgetDay[] =>
  bad.map((count, i) => ({ block: END - (bad.length - i) * DAY, rows, bad: count }));
const judge = (days: readonly BudgetDay[], minimumSample = 30) =>
  judgeBudget(days, { metric: 'accuracy', objective: 0.95, spec, end: END, minimumSample });
const steady = (count: number, days = 28) => Array.from({ length: days }, () => count);

it('adds up what is used of the period', () => {
  const budget = judge(daysOf(steady(25)));
  // Half of the 50 wrong rows of a day that 95% allow.
  expect(budget).toMatchObject({
    spent: 0.5,
    severity: 0,
    whole: { rows: 28_000, bad: 700, from: END - 28 * DAY, to: END },
  });
  expect(budget.slow.long).toMatchObject({ rows: 7000, bad: 175, rate: 0.5 });
  expect(describeBudget(budget)).toBe(
    "The error budget of accuracy (objective 95%) doesn't burn: 0.5 times the rate that it lasts at since 2024-06-22, 0.5 times since 2024-06-28 (threshold 1). 700 of 28,000 rows were wrong since 2024-06-01, where 1,400 are allowed: 50% of the error budget is left."
  );
});

it('burns fast where both windows reach the rate, and no longer once the newest day is good again', () => {
  const bad = judge(daysOf([...steady(25, 26), 170, 170]));
  expect(bad).toMatchObject({ severity: 2, fast: { isBurning: true, long: { rate: expect.closeTo(3.4, 9) } } });
  expect(describeBudget(bad)).toMatch(
    'burns fast: 3.4 times the rate that it lasts at since 2024-06-27, 3.4 times since 2024-06-28'
  );
  expect(nextStepOfBudget(bad)).toMatch('roll back');
  const over = judge(daysOf([...steady(25, 26), 400, 20]));
  expect(over).toMatchObject({ severity: 0, fast: { isBurning: false, long: { rate: expect.closeTo(4.2, 9) } } });
});

it('burns slowly where a week uses more than it may', () => {
  const budget = judge(daysOf([...steady(25, 21), ...steady(65, 7)]));
  expect(budget).toMatchObject({ severity: 1, fast: { isBurning: false }, slow: { isBurning: true } });
  expect(nextStepOfBudget(budget)).toMatch('does not last');
});

it('does not take chance for a rate: 2 of 40 rows wrong are what 95% allow', () => {
  const budget = judge(daysOf([...steady(0, 26), 3, 3], 20));
  expect(budget.fast.long).toMatchObject({ rows: 40, bad: 6, rate: expect.closeTo(3, 9) });
  expect(budget.fast.long.low).toBeGreaterThan(1);
  const fewer = judge(daysOf([...steady(0, 26), 1, 3], 20));
  expect(fewer).toMatchObject({ fast: { isBurning: false } });
  const slow = judge(daysOf([...steady(0, 21), ...steady(1.1, 7)], 20));
  expect(slow.slow.long.rate).toBeGreaterThan(1);
  expect(slow).toMatchObject({ severity: 0, slow: { isBurning: false } });
});

it('says nothing of too few rows, of none, and of a day that is missing', () => {
  expect(judge(daysOf(steady(1), 2)).fast.isBurning).toBeNull();
  const none = judge([]);
  expect(none).toMatchObject({ severity: null, spent: null });
  expect(describeBudget(none)).toBe(
    'The error budget of accuracy (objective 95%) is not known: no row with complete labels.'
  );
  const stopped = judge(daysOf(steady(300)).slice(0, -2));
  expect(stopped).toMatchObject({ severity: null });
  expect(describeBudget(stopped)).toMatch('is not known: too few rows');
});

it('says what is used up', () => {
  expect(describeBudget(judge(daysOf(steady(80))))).toMatch('where 1,400 are allowed: the error budget is used up.');
});
