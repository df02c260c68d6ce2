import type { ForecastRoles, LabelFindings, OutcomesRequest } from '../../../OutcomesRequest';
import type { RequestOptions } from '../../../Source';
import { badRequest } from '../../fileError';
import type { OpenTable } from '../../readWhole';
import { readTimes } from '../../readTimes';
import type { SelectedRows } from '../../selectRows';
import { countRows } from '../knownLabels';
import type { PredictionCells } from '../LabelCells';
import type { LabelTable } from '../LabelTable';
import { numberCells } from '../numberCells';
import { areOrdered, type ForecastColumns } from './forecastCounter';
import { readHistory } from './readHistory';
import { SeriesCodes } from './seriesCodes';
import type { SeriesHistory } from './SeriesHistory';

export interface ReadForecasts {
  readonly columns: ForecastColumns;
  readonly findings: LabelFindings;
}

/** What more is known of forecasts than the predicted number; null where nothing more is asked for. Throws a SourceError. */
export async function readForecastColumns(
  opened: OpenTable,
  request: OutcomesRequest,
  { table }: Pick<SelectedRows, 'table'>,
  predictions: PredictionCells,
  labels: LabelTable | null,
  options: RequestOptions
): Promise<ReadForecasts | null> {
  const { forecast, task } = request.roles;
  if (forecast === undefined || task !== 'regression') {
    return null;
  }
  const { column, times, used, shown } = predictions;
  const read = async (name: string) => numberCells(await column(name), (row) => used[row] === 1).values;
  const named = await readNamed(forecast, read);
  const quantiles = new Map(forecast.quantiles.map((name) => [name, named.get(name) ?? new Float64Array()]));
  const codes = new SeriesCodes();
  const history = looksBack(forecast, times) ? await readHistory(opened, request, labels, codes, options) : null;
  const targets = forecast.targetField === undefined ? times : readTimes(table, forecast.targetField, shown);
  const own = forecast.series.flatMap((name) => table.columns.get(name) ?? []);
  const rows = { series: codes.of(own, table.rows), targets, times, used };
  const end = (name: string | undefined) => (name === undefined ? null : (named.get(name) ?? null));
  return {
    columns: {
      quantiles,
      lower: end(forecast.interval?.lower),
      upper: end(forecast.interval?.upper),
      naive:
        typeof forecast.naive === 'object'
          ? await read(forecast.naive.field)
          : naiveForecasts(forecast.naive, history, rows),
      changeOf: forecast.season === undefined || history === null ? null : changes(history, rows.series, request),
      sizes: forecast.sizes,
    },
    findings: {
      ...crossedQuantiles([...quantiles.values()], used),
      ...(history !== null && history.ambiguous > 0 && { ambiguous: history.ambiguous }),
      ...pastTargets(forecast.targetField === undefined ? null : targets, times, used),
    },
  };
}

async function readNamed({ quantiles, interval }: ForecastRoles, read: (name: string) => Promise<Float64Array>) {
  const named = new Map<string, Float64Array>();
  for (const name of new Set([...quantiles, ...(interval === null ? [] : [interval.lower, interval.upper])])) {
    named.set(name, await read(name));
  }
  return named;
}

function looksBack({ season, naive }: ForecastRoles, times: Float64Array | null): boolean {
  const isNeeded = season !== undefined || typeof naive === 'string';
  if (isNeeded && times === null) {
    throw badRequest('A naive forecast and MASE look back in time: set "timeField".');
  }
  return isNeeded;
}

function crossedQuantiles(columns: readonly Float64Array[], used: Uint8Array): LabelFindings {
  const hasAll = (row: number) => columns.every((one) => one[row] === one[row]);
  const crossed = columns.length < 2 ? 0 : countRows(used, (row) => hasAll(row) && !areOrdered(columns, row));
  return crossed > 0 ? { crossed } : {};
}

interface RowSeries {
  readonly series: Int32Array;
  readonly targets: Float64Array | null;
  readonly times: Float64Array | null;
  readonly used: Uint8Array;
}

function naiveForecasts(
  kind: 'last' | 'seasonal' | undefined,
  history: SeriesHistory | null,
  { series, targets, times, used }: RowSeries
): Float64Array | null {
  if (kind === undefined || history === null || targets === null || times === null) {
    return null;
  }
  const found = new Float64Array(times.length).fill(NaN);
  for (let row = 0; row < found.length; row++) {
    if (used[row] === 1 && targets[row] === targets[row]) {
      found[row] = history[kind](series[row], targets[row], times[row]);
    }
  }
  return found;
}

/** Of one series and window once: most rows share them. */
function changes(
  history: SeriesHistory,
  series: Int32Array,
  { windows }: OutcomesRequest
): ForecastColumns['changeOf'] {
  const known = new Map<string, { readonly mean: number; readonly count: number }>();
  return (row, window) => {
    const key = `${series[row]} ${window}`;
    const change = known.get(key) ?? history.changeBefore(series[row], windows[window]?.from ?? Infinity);
    known.set(key, change);
    return change;
  };
}

function pastTargets(targets: Float64Array | null, times: Float64Array | null, used: Uint8Array): LabelFindings {
  const rows = targets === null || times === null ? 0 : countRows(used, (row) => targets[row] < times[row]);
  return rows > 0 ? { pastTarget: rows } : {};
}
