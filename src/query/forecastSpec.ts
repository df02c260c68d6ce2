import { z } from 'zod';
import { durationSchema } from './baseline';

const column = z.string().min(1);

/** What more is known of forecasts than the predicted number. Definitions: docs/performance.md. */
export const forecastSchema = z
  .strictObject({
    /** Column with the time that a row predicts; default: the time of the row. */
    targetField: column.optional(),
    /** Column with the horizon: each has figures of its own, beside those of all. */
    horizon: column.optional(),
    /** Without such a column: horizons are the target less the time of prediction, in steps of this, rounded up. */
    step: durationSchema.optional(),
    /** Length of a season, for MASE and the seasonal naive forecast. */
    season: durationSchema.optional(),
    /** Columns that tell series apart. */
    series: z.array(column).default([]),
    /** Both ends of a predicted interval, and the share of actual values that it is made to hold. */
    lower: column.optional(),
    upper: column.optional(),
    coverage: z.number().gt(0).lt(1).optional(),
    /** Columns of predicted quantiles, by their level. */
    quantiles: z.record(z.string().refine(isLevel, 'is no level between 0 and 1'), column).optional(),
  })
  .superRefine((forecast, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const { lower, upper, coverage, horizon, step, targetField, quantiles = {} } = forecast;
    const ends = [lower, upper, coverage].filter((one) => one !== undefined).length;
    if (ends > 0 && ends < 3) {
      say(
        lower === undefined ? 'lower' : upper === undefined ? 'upper' : 'coverage',
        'is missing: an interval has "lower", "upper", and "coverage", the share of values it should hold'
      );
    }
    if (horizon !== undefined && step !== undefined) {
      say('step', 'is too much: the horizon is either a column, or counted in steps');
    }
    if (step !== undefined && targetField === undefined) {
      say('targetField', 'is missing: steps are counted up to the time that is predicted');
    }
    if (new Set(Object.keys(quantiles).map(Number)).size < Object.keys(quantiles).length) {
      say('quantiles', 'names a level twice');
    }
  });
export type ForecastSpec = z.output<typeof forecastSchema>;

function isLevel(text: string): boolean {
  const level = Number(text);
  return text.trim() !== '' && level > 0 && level < 1;
}

/** Columns of predicted quantiles by level, ascending: those that are named, and the ends of the interval. */
export function quantileColumns({ lower, upper, coverage, quantiles = {} }: ForecastSpec): Map<number, string> {
  const levels = Object.entries(quantiles).map(([level, name]) => [Number(level), name] as const);
  const ends =
    lower === undefined || upper === undefined || coverage === undefined
      ? []
      : ([
          [rounded((1 - coverage) / 2), lower],
          [rounded((1 + coverage) / 2), upper],
        ] as const);
  return new Map([...ends, ...levels].sort(([a], [b]) => a - b));
}

/** The predicted interval: as it is named, else the outermost quantiles; null without. */
export function intervalColumns(forecast: ForecastSpec): { readonly lower: string; readonly upper: string } | null {
  const { lower, upper } = forecast;
  if (lower !== undefined && upper !== undefined) {
    return { lower, upper };
  }
  const columns = [...quantileColumns(forecast).values()];
  return columns.length < 2 ? null : { lower: columns[0], upper: columns[columns.length - 1] };
}

/** (1 − 0.9)/2 is 0.05, and not 0.04999999999999999. */
function rounded(level: number): number {
  return Number(level.toPrecision(12));
}
