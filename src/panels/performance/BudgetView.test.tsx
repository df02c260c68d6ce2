import React from 'react';
import { render, screen } from '@testing-library/react';
import '../../../tests/fixtures/panels/browser';
import { BudgetView } from './BudgetView';
import type { SegmentBudget } from './model/PerformanceBoard';

const spending = (rate: number | null) => ({ from: 0, to: 1, rows: 100, bad: 5, rate, low: null });
const budget = (severity: 0 | 1 | 2 | null, spent: number | null): SegmentBudget => ({
  segment: {},
  budget: {
    ...{ metric: 'recall', objective: 0.9, whole: spending(0.5), spent, severity },
    fast: { threshold: 3, long: spending(4.25), short: spending(5), isBurning: severity === 2 },
    slow: { threshold: 1, long: spending(null), short: spending(null), isBurning: null },
  },
  reason: 'The reason.',
  nextStep: 'What to do.',
});

test.each([
  [2, 0.4, 'burns fast', '40% used'],
  [1, 1.2, 'burns slowly', '120% used'],
  [0, 0, 'lasts', '0% used'],
  [null, null, 'not enough data', 'not known'],
] as const)('says how much of an error budget is used up: severity %s', (severity, spent, words, used) => {
  render(<BudgetView budget={budget(severity, spent)} width={300} />);
  const view = screen.getByRole('region', { name: 'Error budget, Recall 90%' });
  expect(view).toHaveTextContent(words);
  expect(view).toHaveTextContent(used);
  expect(view).toHaveTextContent('Fast burn rate4.25 (threshold 3)Slow burn rate– (threshold 1)');
  expect(view).toHaveTextContent('The reason. What to do.');
});
