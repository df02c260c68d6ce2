import { plainText } from '../../distribution/cell/plainText';
import { BadQuery } from '../../query/BadQuery';
import { parseDuration } from '../../query/duration';
import { intervalColumns, quantileColumns } from '../../query/forecastSpec';
import { ERROR_QUANTILES, PRECISIONS_AT } from '../../query/performanceMetric';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { ForecastRoles, ListRoles, OutcomeRoles } from '../../sources/OutcomesRequest';

/** What is asked of forecasts beside their errors; undefined for nothing. Throws a BadQuery for what classes don't have. */
export function forecastRoles(query: PerformanceQuery, task: OutcomeRoles['task']): ForecastRoles | undefined {
  const { forecast, metrics } = query;
  const naive = naiveOf(query);
  if (task === 'classification') {
    requireClasses(naive, forecast);
  }
  const sizes = metrics !== 'auto' && metrics.some((metric) => Object.hasOwn(ERROR_QUANTILES, metric));
  if (forecast === undefined) {
    requireTime(query, typeof naive === 'string', LOOKS_BACK);
    const none = { series: [], quantiles: [], interval: null };
    return naive === undefined && !sizes ? undefined : { ...none, sizes, ...(naive !== undefined && { naive }) };
  }
  const { targetField, step, season, series } = forecast;
  requireTime(query, season !== undefined || typeof naive === 'string', LOOKS_BACK);
  requireTime(query, step !== undefined, '"forecast.step" counts from the time of prediction');
  return {
    ...{ targetField, step, series, sizes },
    ...(season !== undefined && { season: parseDuration(season) }),
    quantiles: [...quantileColumns(forecast).values()],
    interval: intervalColumns(forecast),
    ...(naive !== undefined && { naive }),
  };
}

const LOOKS_BACK = 'a naive forecast and MASE look back in time';

function requireTime({ current }: PerformanceQuery, isNeeded: boolean, why: string): void {
  if (isNeeded && current.timeField === undefined) {
    throw new BadQuery(`"current.timeField" is missing: ${why}.`);
  }
}

function requireClasses(naive: ForecastRoles['naive'], forecast: PerformanceQuery['forecast']): void {
  if (typeof naive === 'string') {
    throw new BadQuery(
      `"compare.naive": "${naive}" is for numbers. Of classes, name the column that a simple rule predicted: {"field": "rule"}.`
    );
  }
  if (isOfNumbers(forecast)) {
    throw new BadQuery('"forecast": seasons, intervals, and quantiles are of numbers. Set "task" to "regression".');
  }
}

/** Throws a BadQuery where lists are asked for without anything that ranks them. */
export function listRoles(query: PerformanceQuery, task: OutcomeRoles['task']): ListRoles | undefined {
  const { list, positive, label, score } = query;
  if (list === undefined) {
    return undefined;
  }
  if (task === 'regression') {
    throw new BadQuery('"list": lists hold rows that were taken or not. Set "task" to "classification".');
  }
  if (list.rank === undefined && typeof score !== 'string') {
    throw new BadQuery(
      '"list.rank" is missing, and so is "score": name the column that puts the rows of a list in order.'
    );
  }
  if (label.implied !== undefined && positive !== undefined && plainText(label.implied) === plainText(positive)) {
    throw new BadQuery('"label.implied" is the positive class: what was not reported in a list counts as not taken.');
  }
  return {
    ...list,
    positive: positive === undefined ? null : plainText(positive),
    ks: Object.values(PRECISIONS_AT),
  };
}

export function naiveOf({ compare }: Pick<PerformanceQuery, 'compare'>): ForecastRoles['naive'] {
  return compare !== undefined && 'naive' in compare ? compare.naive : undefined;
}

function isOfNumbers(forecast: PerformanceQuery['forecast']): boolean {
  return (
    forecast !== undefined &&
    (forecast.season !== undefined || forecast.lower !== undefined || forecast.quantiles !== undefined)
  );
}
