import type { ErrorSums } from '../../../outcomes/ErrorSums';
import type { ForecastSums } from '../../../outcomes/ForecastSums';
import type { Measure } from '../../../query/measure';
import type { OutcomesCell, OutcomesRequest, OutcomesSet, OutcomeSeries } from '../../OutcomesRequest';
import type { MeasureSet } from '../../Measures';
import type { PlanDescription, RequestOptions } from '../../Source';
import type { PrometheusClient } from '../client/PrometheusClient';
import { cleanMatchers, labelName, selector } from '../promql/names';
import { planSeries } from '../series/planSeries';
import type { WindowDay } from './planOutcomes';

interface ErrorPlan {
  readonly description: PlanDescription;
  execute(options: RequestOptions): Promise<Pick<OutcomesSet, 'cells' | 'notices' | 'warned' | 'undecided'>>;
}

const NAMES = ['rows', 'absolute', 'squared', 'pinballRows', 'pinball', 'intervals', 'inside'] as const;

/** Sums of absolute and squared errors, of pinball losses, and of values inside their intervals by day, from `_sum` and `_count`; null where no such metric is named. */
export function errorCells(
  request: OutcomesRequest,
  { absoluteError, squaredError, pinballLoss, insideInterval }: OutcomeSeries,
  days: readonly WindowDay[],
  client: PrometheusClient
): ErrorPlan | null {
  const counted = absoluteError ?? squaredError ?? pinballLoss ?? insideInterval;
  if (counted === undefined) {
    return null;
  }
  const { segmentBy, selection } = request;
  const sum = (metric: string) =>
    `sum${segmentBy.length === 0 ? '' : ` by (${segmentBy.map(labelName).join(', ')})`} (increase(${selector(metric, [cleanMatchers(selection.matchers)])}[$__window]))`;
  const both = (rows: (typeof NAMES)[number], name: (typeof NAMES)[number], metric: string) => [
    { name: rows, expr: sum(`${metric}_count`), counts: true },
    { name, expr: sum(`${metric}_sum`) },
  ];
  const measures = [
    { name: NAMES[0], expr: sum(`${counted}_count`), counts: true },
    ...(absoluteError === undefined ? [] : [{ name: NAMES[1], expr: sum(`${absoluteError}_sum`) }]),
    ...(squaredError === undefined ? [] : [{ name: NAMES[2], expr: sum(`${squaredError}_sum`) }]),
    ...(pinballLoss === undefined ? [] : both(NAMES[3], NAMES[4], pinballLoss)),
    ...(insideInterval === undefined ? [] : both(NAMES[5], NAMES[6], insideInterval)),
  ] satisfies Measure[];
  const plan = planSeries({ selection: {}, measures, windows: days, segmentBy }, client);
  return {
    description: plan.description,
    execute: async (options) => {
      const set = await plan.execute(options);
      return {
        cells: cellsOf(set, days),
        notices: set.notices,
        warned: set.warned,
        undecided: (set.undecided ?? []).map(({ window, segment, reason }) => ({
          window: days[window].window,
          reason,
          ...(segment !== undefined && { segment }),
        })),
      };
    },
  };
}

function cellsOf({ values }: MeasureSet, days: readonly WindowDay[]): OutcomesCell[] {
  const byKey = new Map<
    string,
    { window: number; segment: MeasureSet['values'][number]['segment']; sums: Map<string, number> }
  >();
  for (const { measure, window, segment, value } of values) {
    const key = JSON.stringify([window, Object.entries(segment).sort()]);
    const found = byKey.get(key) ?? { window, segment, sums: new Map<string, number>() };
    byKey.set(key, found);
    found.sums.set(measure, value);
  }
  return [...byKey.values()].flatMap(({ window, segment, sums }) => {
    const rows = sums.get('rows') ?? 0;
    if (rows <= 0) {
      return [];
    }
    const day = days[window];
    return [
      {
        ...{ window: day.window, segment, block: day.start },
        outcomes: { rows, labelled: rows, ...errorsOf(rows, sums), ...forecastsOf(sums) },
      },
    ];
  });
}

/** Only what the sums tell: the moments of predictions and of actual values stay unknown. */
function errorsOf(rows: number, sums: ReadonlyMap<string, number>): { readonly errors?: ErrorSums } {
  const absolute = sums.get('absolute');
  const squares = sums.get('squared');
  if (absolute === undefined && squares === undefined) {
    return {};
  }
  const errors: ErrorSums = {
    rows,
    meanActual: 0,
    meanPredicted: 0,
    squaresActual: squares ?? Number.NaN,
    squaresPredicted: 0,
    products: 0,
    absolute: absolute === undefined ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: absolute, high: absolute },
  };
  return { errors };
}

/** A counter between two scrapes is extrapolated: as many rows as there are, at most, lie inside. */
function forecastsOf(sums: ReadonlyMap<string, number>): { readonly forecasts?: ForecastSums } {
  const [pinballRows, pinball, intervals, inside] = NAMES.slice(3).map((name) => sums.get(name));
  const forecasts: ForecastSums = {
    ...(pinballRows !== undefined && pinball !== undefined && { pinball: { rows: pinballRows, sum: pinball } }),
    ...(intervals !== undefined &&
      inside !== undefined && { interval: { rows: intervals, inside: Math.min(inside, intervals) } }),
  };
  return Object.keys(forecasts).length > 0 ? { forecasts } : {};
}
