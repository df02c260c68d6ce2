import { parseDuration } from '../../../query/duration';
import type { BudgetMetric, ErrorBudgetSpec } from '../../../query/errorBudget';
import { wilson } from '../../../statistics/performance/intervals/wilson';
import type { BudgetDay, Burn, ErrorBudget, Spending } from './ErrorBudget';

const MS_A_DAY = 86_400_000;

export interface BudgetAsked {
  readonly metric: BudgetMetric;
  readonly objective: number;
  readonly spec: ErrorBudgetSpec;
  /** End of the newest moment whose labels are complete, in milliseconds since the epoch. */
  readonly end: number;
  /** Fewer rows in the long window tell nothing. */
  readonly minimumSample: number;
}

/**
 * Multi-window burn rates ("The Site Reliability Workbook", 2018, ch. 5) over days: the budget burns where its rate reaches the
 * threshold over a long window and still does over a short one. As few rows reach any rate by chance, the interval of the long
 * window must lie above 1 as well: surely more is used up than the objective allows.
 */
export function judgeBudget(days: readonly BudgetDay[], asked: BudgetAsked): ErrorBudget {
  const { metric, objective, spec } = asked;
  const whole = spendingOf(days, asked, parseDuration(spec.period));
  const fast = burnOf(days, asked, spec.fast);
  const slow = burnOf(days, asked, spec.slow);
  const isUnknown = fast.isBurning === null && slow.isBurning === null;
  return {
    ...{ metric, objective, whole, spent: whole.rate, fast, slow },
    severity: isUnknown ? null : fast.isBurning === true ? 2 : slow.isBurning === true ? 1 : 0,
  };
}

function burnOf(days: readonly BudgetDay[], asked: BudgetAsked, { rate, long, short }: ErrorBudgetSpec['fast']): Burn {
  const [whole, part] = [long, short].map((length) => spendingOf(days, asked, parseDuration(length)));
  const isKnown = whole.rows >= asked.minimumSample && part.rows > 0;
  return {
    threshold: rate,
    long: whole,
    short: part,
    isBurning: isKnown ? (whole.rate ?? 0) >= rate && (part.rate ?? 0) >= rate && (whole.low ?? 0) > 1 : null,
  };
}

/** Of the days that end in so many milliseconds before the end; a day has 23 to 25 hours. */
function spendingOf(days: readonly BudgetDay[], { objective, end }: BudgetAsked, length: number): Spending {
  const own = days.filter(({ block }) => block > end - length - MS_A_DAY && block < end);
  const rows = own.reduce((sum, day) => sum + day.rows, 0);
  const bad = own.reduce((sum, day) => sum + day.bad, 0);
  // 1 − 0.95 is 0.05, and not 0.050000000000000044.
  const left = Number((1 - objective).toPrecision(12));
  return {
    from: own.length === 0 ? end - length : Math.min(...own.map(({ block }) => block)),
    to: own.length === 0 ? end : Math.min(end, Math.max(...own.map(({ block }) => block)) + MS_A_DAY),
    ...{ rows, bad },
    rate: rows > 0 ? bad / rows / left : null,
    low: rows > 0 ? wilson(bad, rows)[0] / left : null,
  };
}
