import { number, percent } from '../../figures';
import { METRIC_WORDS } from '../metricWords';
import type { Burn, ErrorBudget } from './ErrorBudget';

/** How much of an error budget is used up, and how fast, in plain sentences with the numbers. */
export function describeBudget(budget: ErrorBudget): string {
  const { metric, objective, whole, spent, fast, slow, severity } = budget;
  const name = `${METRIC_WORDS[metric]} (objective ${percent(objective)})`;
  if (spent === null) {
    return `The error budget of ${name} is not known: no row with complete labels.`;
  }
  const left = spent <= 1 ? `${percent(1 - spent)} of the error budget is left` : 'the error budget is used up';
  const used = `${number(whole.bad)} of ${number(whole.rows)} rows were wrong since ${day(whole.from)}, where ${number((1 - objective) * whole.rows)} are allowed: ${left}.`;
  const said = {
    2: `The error budget of ${name} burns fast: ${burn(fast)}.`,
    1: `The error budget of ${name} burns slowly: ${burn(slow)}.`,
    0: `The error budget of ${name} doesn't burn: ${burn(slow)}.`,
    unknown: `How fast the error budget of ${name} burns is not known: too few rows with complete labels until ${day(whole.to)}.`,
  };
  return `${said[severity ?? 'unknown']} ${capital(used)}`;
}

export function nextStepOfBudget({ severity }: ErrorBudget): string {
  return severity === 2
    ? 'See which slice became worse, and roll back what changed last.'
    : severity === 1
      ? 'Plan a correction: at this rate the budget does not last for the period.'
      : '';
}

function burn({ threshold, long, short }: Burn): string {
  const since = (from: number) => `since ${day(from)}`;
  return `${number(long.rate)} times the rate that it lasts at ${since(long.from)}, ${number(short.rate)} times ${since(short.from)} (threshold ${number(threshold)})`;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
