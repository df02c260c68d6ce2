import { isDuration } from '../query/duration';
import { CommandLineError } from './CommandLineError';
import { listOf } from './parseOptions';

/** What `modelwatch performance` is told of forecasts, lists and budgets, as keys of the query. */
export interface ForecastOptions {
  readonly forecast: Readonly<Record<string, unknown>> | undefined;
  readonly compare: Readonly<Record<string, unknown>> | undefined;
  readonly list: Readonly<Record<string, unknown>> | undefined;
  readonly budget: Readonly<Record<string, unknown>> | undefined;
}

const TEXT = { type: 'string' } as const;

export const FORECAST_OPTIONS = {
  target: TEXT,
  horizon: TEXT,
  step: TEXT,
  season: TEXT,
  series: { type: 'string', multiple: true },
  lower: TEXT,
  upper: TEXT,
  coverage: TEXT,
  quantiles: { type: 'string', multiple: true },
  naive: TEXT,
  list: TEXT,
  rank: TEXT,
  budget: TEXT,
} as const;

type Values = Readonly<Record<Exclude<keyof typeof FORECAST_OPTIONS, 'series' | 'quantiles'>, string | undefined>> & {
  readonly series?: string[] | undefined;
  readonly quantiles?: string[] | undefined;
};

/** Throws a CommandLineError for what is no duration, number or assignment. */
export function readForecastOptions(values: Partial<Values>): ForecastOptions {
  const { target, horizon, step, season, lower, upper, coverage, naive, list, rank, budget } = values;
  requireDurations({ step, season, budget });
  const quantiles = quantilesOf(listOf(values.quantiles));
  const given = {
    ...{ targetField: target, horizon, step, season, lower, upper },
    coverage: coverage === undefined ? undefined : numberOf('coverage', coverage),
    quantiles: quantiles.length === 0 ? undefined : Object.fromEntries(quantiles),
  };
  const series = listOf(values.series);
  const hasForecast = series.length > 0 || Object.values(given).some((value) => value !== undefined);
  if (rank !== undefined && list === undefined) {
    throw new CommandLineError('--rank is the place in a list: it needs --list COLUMN.');
  }
  return {
    forecast: hasForecast ? { ...given, series } : undefined,
    compare: naive === undefined ? undefined : { naive: isWord(naive) ? naive : { field: naive } },
    list: list === undefined ? undefined : { field: list, rank },
    budget: budget === undefined ? undefined : { period: budget },
  };
}

function isWord(naive: string): boolean {
  return naive === 'last' || naive === 'seasonal';
}

function requireDurations(durations: Readonly<Record<string, string | undefined>>): void {
  for (const [name, text] of Object.entries(durations)) {
    if (text !== undefined && !isDuration(text)) {
      throw new CommandLineError(`--${name}: "${text}" is not a duration: write a number and a unit, such as 7d.`);
    }
  }
}

/** LEVEL=COLUMN. */
function quantilesOf(assignments: readonly string[]): Array<readonly [string, string]> {
  return assignments.map((assignment) => {
    const at = assignment.indexOf('=');
    if (at < 1 || at === assignment.length - 1) {
      throw new CommandLineError(`--quantiles: "${assignment}" is not of the form LEVEL=COLUMN, such as 0.9=p90.`);
    }
    return [assignment.slice(0, at).trim(), assignment.slice(at + 1)] as const;
  });
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new CommandLineError(`--${name}: "${text}" is not a number.`);
  }
  return value;
}
