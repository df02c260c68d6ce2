import type { BudgetMetric } from '../../../query/errorBudget';

/** Rows of one day, by start of the day in milliseconds since the epoch, and how many of them were wrong. */
export interface BudgetDay {
  readonly block: number;
  readonly rows: number;
  readonly bad: number;
}

/** What happened in some days. */
export interface Spending {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly bad: number;
  /** Share of wrong rows divided by the share that the objective leaves; null without rows. */
  readonly rate: number | null;
  /** Lower end of its 95% interval, rows taken as independent. */
  readonly low: number | null;
}

export interface Burn {
  /** From this rate on it burns. */
  readonly threshold: number;
  readonly long: Spending;
  readonly short: Spending;
  /** Null where there are too few rows to tell. */
  readonly isBurning: boolean | null;
}

/** How much of what an objective leaves for errors is used up, and how fast. */
export interface ErrorBudget {
  readonly metric: BudgetMetric;
  readonly objective: number;
  /** The period up to the newest day whose labels are complete. */
  readonly whole: Spending;
  /** Share of the budget of the period's rows that is used up; above 1 the objective is missed. Null without rows. */
  readonly spent: number | null;
  readonly fast: Burn;
  readonly slow: Burn;
  /** 2 fast, 1 slow, 0 neither; null where that can't be told. */
  readonly severity: 0 | 1 | 2 | null;
}
