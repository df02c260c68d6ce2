import { type DataQueryResponse, LoadingState } from '@grafana/data';
import type { Refusal } from './fill/Refusal';
import type { ModelwatchQuery } from './ModelwatchQuery';

/** Adds to an answer why some of its queries were not sent. */
export function withRefused(
  response: DataQueryResponse,
  refused: ReadonlyArray<{ readonly query: ModelwatchQuery; readonly refusal: Refusal }>
): DataQueryResponse {
  if (refused.length === 0) {
    return response;
  }
  const errors = refused.map(({ query: { refId }, refusal: { message } }) => ({ refId, message, status: 400 }));
  return { ...response, errors: [...(response.errors ?? []), ...errors], state: LoadingState.Error };
}
