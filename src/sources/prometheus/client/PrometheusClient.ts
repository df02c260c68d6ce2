import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { inTurn } from '../../transport/inTurn';
import { pathSegment } from '../../transport/pathSegment';
import type { Transport } from '../../transport/Transport';
import type { PrometheusAnswer, Series } from './PrometheusAnswer';
import type { PrometheusConnection } from '../connection';
import { REPLICA_LABELS } from '../metric/MetricKind';
import { readAnswer } from './readAnswer';
import { readSeries, unlike } from './readSeries';
import { requireTimes } from './requireTimes';

/** A window is read from so many samples at least, where a store keeps coarser ones as well. */
const SAMPLES_A_WINDOW = 30;
/** Requests under way at once: more would only queue in the store, and take from the dashboards beside us. */
const AT_ONCE = 4;

export interface RangeQuery {
  readonly expr: string;
  /** Milliseconds, as all times here. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Length of the windows that are read: a store that keeps averages of old data (Thanos) may not answer with coarser ones. */
  readonly window?: number;
}

/** What requests cost: for plans' previews, benchmarks and tests. */
export interface Usage {
  requests: number;
  /** As they came over the wire. */
  bytes: number;
}

/** Statistics of its own, whether an answer is partial, and how it names functions that it does not know. */
const IS_VICTORIA =
  /"stats":\s*\{[^{}]*"seriesFetched"|^\{"status":"success","isPartial":|(?:unknown func|unsupported function) \\?"/;

/** Prometheus' HTTP API (prometheus.io/docs/prometheus/latest/querying/api). Every method throws a SourceError. */
export class PrometheusClient {
  readonly usage: Usage = { requests: 0, bytes: 0 };
  /** VictoriaMetrics' `increase` counts some new series from 0. */
  isVictoria = false;

  /** Labels that tell apart servers that scrape the same targets: one of them is taken. */
  readonly replicaLabels: readonly string[];
  private readonly asThanos: Readonly<Record<string, string>>;

  constructor(
    private readonly transport: Transport,
    { replicaLabels = REPLICA_LABELS, thanos }: Pick<PrometheusConnection, 'replicaLabels' | 'thanos'> = {}
  ) {
    this.replicaLabels = replicaLabels;
    this.asThanos = {
      ...(thanos?.partialResponse !== undefined && { partial_response: String(thanos.partialResponse) }),
      ...(thanos?.dedup !== undefined && { dedup: String(thanos.dedup) }),
    };
  }

  get place(): string {
    return `Prometheus at ${this.transport.place}`;
  }

  async queryRange(
    { expr, start, end, step, window }: RangeQuery,
    options: RequestOptions
  ): Promise<PrometheusAnswer<Series[]>> {
    // VictoriaMetrics would move both ends to multiples of the step, for its cache: other stores know no `nocache`.
    const resolution = `${Math.floor((window ?? step) / SAMPLES_A_WINDOW / 1000)}s`;
    const times = { start: seconds(start), end: seconds(end), step: seconds(step) };
    const parameters = { query: expr, ...times, nocache: '1', max_source_resolution: resolution, ...this.asThanos };
    const answer = await this.series('/api/v1/query_range', parameters, 'matrix', options);
    requireTimes(answer.data, { start, end, step }, this.place);
    return answer;
  }

  /** Raw samples: `expr` is a selector with a range. */
  async querySamples(expr: string, at: number, options: RequestOptions): Promise<PrometheusAnswer<Series[]>> {
    return this.series('/api/v1/query', { query: expr, time: seconds(at), ...this.asThanos }, 'matrix', options);
  }

  async labelNames(selectors: readonly string[], options: CatalogueOptions): Promise<string[]> {
    return this.list(`/api/v1/labels?${catalogueParameters(selectors, options)}`, options);
  }

  async labelValues(label: string, selectors: readonly string[], options: CatalogueOptions): Promise<string[]> {
    const path = `/api/v1/label/${pathSegment(label, 'a label')}/values`;
    return this.list(`${path}?${catalogueParameters(selectors, options)}`, options);
  }

  /** Type and help by metric name, of what is being scraped now; empty for what was written remotely or backfilled. */
  async metadata(metric: string | undefined, options: RequestOptions): Promise<Map<string, MetricMetadata>> {
    const query = metric === undefined ? '' : `?metric=${encodeURIComponent(metric)}`;
    const { data } = await this.get(`/api/v1/metadata${query}`, options);
    const found = new Map<string, MetricMetadata>();
    for (const [name, entries] of Object.entries(asObject(data, this.place))) {
      const [first]: unknown[] = Array.isArray(entries) ? entries : [];
      const { type, help } = (first ?? {}) as { type?: unknown; help?: unknown };
      found.set(name, {
        type: typeof type === 'string' ? type : 'unknown',
        help: typeof help === 'string' ? help : '',
      });
    }
    return found;
  }

  private async series(
    path: string,
    parameters: Record<string, string>,
    resultType: string,
    options: RequestOptions
  ): Promise<PrometheusAnswer<Series[]>> {
    const { data, ...said } = await this.send({ method: 'POST', path, form: parameters }, parameters.query, options);
    const answer = asObject(data, this.place);
    if (answer.resultType !== resultType || !Array.isArray(answer.result)) {
      throw new SourceError(
        `${this.place} answers with a ${String(answer.resultType)} where a ${resultType} was asked for: ${parameters.query.slice(0, 200)}`,
        { status: 400, side: 'downstream' }
      );
    }
    return { data: readSeries(answer.result, this.place), ...said };
  }

  private async list(path: string, options: RequestOptions): Promise<string[]> {
    const { data } = await this.get(path, options);
    if (!Array.isArray(data) || !data.every((item): item is string => typeof item === 'string')) {
      throw unlike(this.place);
    }
    return data;
  }

  private get(path: string, options: RequestOptions): Promise<PrometheusAnswer<unknown>> {
    return this.send({ method: 'GET', path }, path, options);
  }

  private async send(
    { method, path, form }: { method: 'GET' | 'POST'; path: string; form?: Record<string, string> },
    asked: string,
    options: RequestOptions
  ): Promise<PrometheusAnswer<unknown>> {
    const answer = await inTurn(
      this.transport.place,
      AT_ONCE
    )(() => {
      this.usage.requests++;
      return this.transport.send(
        {
          method,
          path,
          ...(form && {
            body: new URLSearchParams(form).toString(),
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
          }),
        },
        options
      );
    });
    this.usage.bytes += answer.bytes;
    this.isVictoria ||= isVictoria(answer.text);
    return readAnswer(answer, this.place, asked);
  }
}

const LOOKED_AT = 2000;

function isVictoria(text: string): boolean {
  return IS_VICTORIA.test(text.length <= 2 * LOOKED_AT ? text : text.slice(0, LOOKED_AT) + text.slice(-LOOKED_AT));
}

export interface MetricMetadata {
  /** `counter`, `gauge`, `histogram`, `gaugehistogram`, `summary`, `info`, `stateset` or `unknown`. */
  readonly type: string;
  readonly help: string;
}

export interface CatalogueOptions extends RequestOptions {
  readonly from?: number;
  readonly to?: number;
  /** Stores that know no limit ignore it. */
  readonly limit?: number;
}

function catalogueParameters(selectors: readonly string[], { from, to, limit }: CatalogueOptions): URLSearchParams {
  const parameters = new URLSearchParams(selectors.map((selector): [string, string] => ['match[]', selector]));
  if (from !== undefined) {
    parameters.set('start', seconds(from));
  }
  if (to !== undefined) {
    parameters.set('end', seconds(to));
  }
  if (limit !== undefined) {
    parameters.set('limit', String(limit));
  }
  return parameters;
}

/** Seconds with milliseconds, as the API takes times and durations. */
function seconds(ms: number): string {
  return String(ms / 1000);
}

function asObject(data: unknown, place: string): Record<string, unknown> {
  if (typeof data !== 'object' || data === null) {
    throw unlike(place);
  }
  return data as Record<string, unknown>;
}
