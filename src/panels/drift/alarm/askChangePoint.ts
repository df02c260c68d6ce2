import { type CoreApp, type DataQueryRequest, dateTime, type PanelData, type TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { getDataSourceSrv } from '@grafana/runtime';
import { lastValueFrom, from as observe } from 'rxjs';
import type { RowOrigin } from '../../shared/dataLinks';
import type { MapCell } from '../model/DriftMap';
import { changePointQuery, type DriftDraft } from '../model/changePointQuery';
import { type ChangePoint, readChangePoint } from '../model/readChangePoint';

type DriftTarget = DataQuery & DriftDraft;

const REF_ID = 'since';

/** Which query of the panel a cell answers. */
export function targetOf(data: PanelData, origin: RowOrigin): DriftTarget | null {
  const refId = data.series[origin.frame]?.refId;
  const targets = (data.request?.targets ?? []) as DriftTarget[];
  const found = targets.find((target) => target.refId === refId) ?? (targets.length === 1 ? targets[0] : undefined);
  return found?.kind === 'drift' ? found : null;
}

/**
 * Asks the panel's own data source when the feature of a cell began to differ. Null where no change is found; undefined
 * where it can't be asked. Throws where the data source answers an error.
 */
export async function askChangePoint(data: PanelData, cell: MapCell): Promise<ChangePoint | null | undefined> {
  const target = targetOf(data, cell.origin);
  const { time, time_end, feature, segment } = cell.row;
  const { request } = data;
  if (target === null || request === undefined || time === null || time_end === null) {
    return undefined;
  }
  const range = { from: data.timeRange.from.valueOf(), to: data.timeRange.to.valueOf() };
  const source = await getDataSourceSrv().get(target.datasource ?? null, request.scopedVars);
  // As it was asked: a window may be a variable, and features too.
  const [filled] = (source.interpolateVariablesInQueries?.([target], request.scopedVars) ?? [target]) as [DriftTarget];
  const { refId: _refId, key: _key, hide: _hide, queryType: _queryType, datasource, ...draft } = filled;
  const asked = changePointQuery(draft, { feature, start: time, end: time_end, range });
  if (asked === null) {
    return undefined;
  }
  const answer = await lastValueFrom(
    observe(
      source.query({
        ...request,
        app: 'panel-viewer' as CoreApp,
        requestId: `modelwatch-since-${request.panelId ?? ''}-${time}-${feature}`,
        range: timeRange(asked.range),
        targets: [{ ...asked.query, refId: REF_ID, datasource }],
      } as DataQueryRequest)
    )
  );
  const [problem] = answer.errors ?? [];
  if (problem) {
    throw new Error(problem.message ?? 'The data source did not answer.');
  }
  return readChangePoint(answer.data, {
    segment,
    effect: cell.row.effect,
    from: asked.referenceFrom ?? asked.range.from,
    end: time_end,
  });
}

function timeRange({ from, to }: { readonly from: number; readonly to: number }): TimeRange {
  const [start, end] = [dateTime(from), dateTime(to)];
  return { from: start, to: end, raw: { from: start, to: end } };
}
