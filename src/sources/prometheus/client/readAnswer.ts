import { SourceError } from '../../SourceError';
import type { TransportAnswer } from '../../transport/Transport';
import { storeError } from './storeError';
import type { PrometheusAnswer } from './PrometheusAnswer';

/** The data of a good answer with its warnings and infos. Throws a SourceError for every other one. */
export function readAnswer(answer: TransportAnswer, place: string, asked: string): PrometheusAnswer<unknown> {
  const body = parse(answer.text);
  if (answer.status < 200 || answer.status > 299) {
    throw storeError(answer.status, body, place, asked);
  }
  if (body === undefined) {
    throw new SourceError(
      `${place} answers with status ${answer.status} but not with JSON: is this the address of a Prometheus API, without a login page before it?`,
      { status: 502, side: 'downstream' }
    );
  }
  if (body.status !== 'success' || body.data === undefined) {
    throw storeError(answer.status, body, place, asked);
  }
  // VictoriaMetrics' cluster says so where some of its storage did not answer.
  const partial = body.isPartial === true ? ['the answer is partial'] : [];
  return { data: body.data, warnings: [...texts(body.warnings), ...partial], infos: texts(body.infos) };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}
