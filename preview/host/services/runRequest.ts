import { catchError, defer, from, map, merge, of, share, takeUntil, timer, type Observable } from 'rxjs';
import {
  DataTopic,
  LoadingState,
  toDataFrame,
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
  query: DataSourceApi['query'] = dataSource.query
): Observable<PanelData> {
  const pending: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  const answers = defer(() => from(query.call(dataSource, request))).pipe(
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

function toPanelData(pending: PanelData, { data, error, errors, state }: DataQueryResponse): PanelData {
  const frames = data.map((frame) => toDataFrame(frame));
  const firstError = error ?? errors?.[0];
  return {
    ...pending,
    state: firstError ? LoadingState.Error : (state ?? LoadingState.Done),
    series: frames.filter(({ meta }) => meta?.dataTopic !== DataTopic.Annotations),
    annotations: frames.filter(({ meta }) => meta?.dataTopic === DataTopic.Annotations),
    ...(firstError && { error: firstError, errors: errors ?? [firstError] }),
  };
}
