import { lastValueFrom, Observable } from 'rxjs';
import { urlUtil } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';

/** Requests with an id replace the one before them that has the same. */
const underWay = new Map<string, AbortController>();

function fetchFromServer<T>(config: BackendSrvRequest): Observable<FetchResponse<T>> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    if (config.requestId) {
      underWay.get(config.requestId)?.abort();
      underWay.set(config.requestId, controller);
    }
    config.abortSignal?.addEventListener('abort', () => controller.abort());
    request<T>(config, controller.signal).then(
      (response) => {
        subscriber.next(response);
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error)
    );
    return () => controller.abort();
  });
}

async function request<T>(config: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const url = urlUtil.renderUrl(config.url.replace(/^\/?/, '/'), config.params ?? {});
  const headers = { ...(config.data !== undefined && { 'content-type': 'application/json' }), ...config.headers };
  const body = config.data === undefined ? undefined : JSON.stringify(config.data);
  const response = await fetch(url, { method: config.method ?? 'GET', headers, body, signal }).catch((cause: Error) => {
    const lost = { status: 0, statusText: cause.message, data: { message: 'The preview does not answer.' }, config };
    throw { ...lost, cancelled: signal.aborted } satisfies FetchError;
  });
  const { ok, status, statusText, redirected, type } = response;
  const data = await read<T>(response, config.responseType);
  if (!ok) {
    throw { status, statusText, data, config } satisfies FetchError;
  }
  return { ok, status, statusText, redirected, type, url, headers: response.headers, data, config };
}

async function read<T>(response: Response, type: BackendSrvRequest['responseType']): Promise<T> {
  if (type === 'arraybuffer') {
    return (await response.arrayBuffer()) as T;
  }
  if (type === 'blob') {
    return (await response.blob()) as T;
  }
  const text = await response.text();
  try {
    return type === 'text' ? (text as T) : JSON.parse(text);
  } catch {
    return text as T;
  }
}

function send(method: string) {
  return <T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> =>
    backendSrv.request<T>({ ...options, url, method, data });
}

export const backendSrv: BackendSrv = {
  fetch: fetchFromServer,
  datasourceRequest: (config) => lastValueFrom(fetchFromServer(config)),
  request: async <T>(config: BackendSrvRequest) => (await lastValueFrom(fetchFromServer<T>(config))).data,
  get: (url, params, requestId, options) => backendSrv.request({ ...options, url, params, requestId }),
  delete: send('DELETE'),
  post: send('POST'),
  patch: send('PATCH'),
  put: send('PUT'),
  chunked: () => {
    throw new Error('The preview does not stream.');
  },
};
