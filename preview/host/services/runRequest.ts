import { catchError, defer, from, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';
import {
  DataTopic,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';

const SHOW_LOADING_AFTER_MS = 200;

/** Asks a data source; says that it is loading only where the answer takes long enough to notice. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  variableQuery?: DataSourceApi['query']
): Observable<PanelData> {
  const pending: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  const answers = defer(() => ask(dataSource, request, variableQuery)).pipe(
    map((response) => toPanelData(pending, response)),
    catchError((error: Error) => of({ ...pending, state: LoadingState.Error, error: toDataQueryError(error) })),
    share()
  );
  const loading = timer(SHOW_LOADING_AFTER_MS).pipe(
    map(() => pending),
    takeUntil(answers)
  );
  return merge(loading, answers);
}

/** As Grafana does, what a data source doesn't want is not asked. */
function ask(dataSource: DataSourceApi, request: DataQueryRequest, variableQuery?: DataSourceApi['query']) {
  if (variableQuery) {
    return from(variableQuery.call(dataSource, request));
  }
  const targets = request.targets.filter((target) => dataSource.filterQuery?.(target) ?? true);
  return targets.length === 0 ? of({ data: [] }) : from(dataSource.query({ ...request, targets }));
}

function toPanelData(pending: PanelData, { data, error, errors, state }: DataQueryResponse): PanelData {
  const frames = data.map(toSeries);
  const firstError = error ?? errors?.[0];
  return {
    ...pending,
    state: firstError ? LoadingState.Error : (state ?? LoadingState.Done),
    series: frames.filter(({ meta }) => meta?.dataTopic !== DataTopic.Annotations),
    annotations: frames.filter(({ meta }) => meta?.dataTopic === DataTopic.Annotations),
    ...(firstError && { error: firstError, errors: errors ?? [firstError] }),
  };
}

/** A variable's values are no frames: scenes read them as they are. */
function toSeries(answer: DataQueryResponse['data'][number]): DataFrame {
  return 'text' in answer && 'value' in answer ? (answer as DataFrame) : toDataFrame(answer);
}
