import { parseExactJson } from '../../parseExactJson';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { inTurn } from '../../transport/inTurn';
import type { Transport, TransportRequest } from '../../transport/Transport';
import { readSearches } from './readSearches';
import { readTable, type TableRow } from './readTable';
import type { SearchAnswer } from './SearchAnswer';
import { readStore, type Store, UNTOLD } from './Store';
import { type Asked, storeError } from './storeError';

/** Requests under way at once: more would only queue in the store, and take from the dashboards beside us. */
const AT_ONCE = 4;

/** A store that is replaced by another program is seen to be so after this time. */
const REMEMBERED_MS = 600_000;
/** No right to ask, or no such API: some builds and proxies leave it out. */
const NOT_TOLD: ReadonlySet<number> = new Set([401, 403, 404, 405]);
/** By address; of a thread, as connections are. */
const stores = new Map<string, { readonly store: Store; readonly until: number }>();

/** What is read of an answer; the bounds that were asked for and sums that nobody needs stay in the store. */
const WHOLE = [
  'error',
  'status',
  'responses.error',
  'responses.status',
  'responses.timed_out',
  'responses.terminated_early',
  'responses._shards',
  'responses._clusters',
  'responses.hits.total',
  'responses.hits.hits._id',
  'responses.hits.hits.fields',
  'responses.hits.hits._source',
  'responses.aggregations',
];
const READ = [
  ...WHOLE,
  ...['from', 'to', 'from_as_string', 'to_as_string', 'sum', 'sum_of_squares', 'std_deviation_bounds'].map(without),
  ...['variance', 'variance_*', 'std_deviation_*', 'range*.buckets.key'].map(without),
];

export interface RowsAsked {
  readonly size: number;
  /** Values as documents write them. */
  readonly fields?: readonly string[];
  /** Values as the store counts them. */
  readonly docvalue_fields?: readonly string[];
  readonly _source?: readonly string[];
  readonly sort?: readonly unknown[];
}

export interface Search {
  readonly query: unknown;
  readonly aggs: Readonly<Record<string, unknown>>;
  /** Documents beside the counts: the first ones by score, or as they are sorted. */
  readonly rows?: RowsAsked;
}

/** What requests cost: for plans' previews, benchmarks and tests. */
export interface Usage {
  requests: number;
  /** As they came over the wire. */
  bytes: number;
}

/**
 * Searches by `_msearch` and GETs alone, since Grafana's proxy lets nothing else pass, but for `table`. Every method throws a
 * SourceError.
 */
export class ElasticsearchClient {
  readonly usage: Usage = { requests: 0, bytes: 0 };

  constructor(private readonly transport: Transport) {}

  get place(): string {
    return `${(stores.get(this.transport.place)?.store ?? UNTOLD).product} at ${this.transport.place}`;
  }

  /** What program answers there: asked once in a while. Where it is not told, an Elasticsearch. */
  async store(options: RequestOptions): Promise<Store> {
    const { place } = this.transport;
    const known = stores.get(place);
    if (known !== undefined && known.until > Date.now()) {
      return known.store;
    }
    const store = await this.get('/', '', options).then(readStore, (error: unknown) => {
      if (error instanceof SourceError && NOT_TOLD.has(error.options.status)) {
        return UNTOLD;
      }
      throw error;
    });
    stores.set(place, { store, until: Date.now() + REMEMBERED_MS });
    return store;
  }

  /**
   * An answer for each search, or the error that it failed with where the store could answer less at once. Mostly no
   * hits are asked for, so that the store may answer from its request cache; counts of some shards alone are never taken.
   * Read whole, nothing is left out of an answer that is called as a bound or a sum is: a document's own field.
   */
  async search(
    { whole = false, ...asked }: Omit<Asked, 'place'> & { readonly whole?: boolean },
    searches: readonly Search[],
    options: RequestOptions
  ): Promise<Array<SearchAnswer | SourceError>> {
    const header = JSON.stringify({
      index: asked.index.split(','),
      // A pattern leaves out what is closed, without a word; asked for it, the store names it and refuses.
      expand_wildcards: ['open', 'closed'],
      request_cache: true,
      allow_partial_search_results: false,
    });
    const lines = searches.flatMap(({ query, aggs, rows }) => [
      header,
      JSON.stringify({ size: 0, ...(rows && { _source: false, ...rows }), track_total_hits: true, query, aggs }),
    ]);
    const body = await this.send(
      {
        method: 'POST',
        path: `/_msearch?filter_path=${encodeURIComponent((whole ? WHOLE : READ).join(','))}`,
        body: `${lines.join('\n')}\n`,
        headers: { 'Content-Type': 'application/x-ndjson' },
      },
      asked,
      options
    );
    return readSearches(body, searches.length, { ...asked, place: this.place });
  }

  /** Whether more than searches and GETs reaches the store. */
  get isDirect(): boolean {
    return this.transport.isDirect === true;
  }

  /** The rows that an ES|QL query gives of the documents that `filter` finds: never of some shards alone. */
  async table(
    query: string,
    filter: unknown,
    asked: Omit<Asked, 'place'>,
    options: RequestOptions
  ): Promise<TableRow[]> {
    const body = await this.send(
      {
        method: 'POST',
        path: '/_query',
        body: JSON.stringify({ query, filter }),
        headers: { 'Content-Type': 'application/json' },
      },
      asked,
      options
    );
    return readTable(body, { ...asked, place: this.place });
  }

  async get(path: string, index: string, options: RequestOptions): Promise<Record<string, unknown>> {
    return this.send({ method: 'GET', path }, { index }, options);
  }

  private async send(
    request: TransportRequest,
    asked: Omit<Asked, 'place'>,
    options: RequestOptions
  ): Promise<Record<string, unknown>> {
    const answer = await inTurn(
      this.transport.place,
      AT_ONCE
    )(() => {
      this.usage.requests++;
      return this.transport.send(request, options);
    });
    this.usage.bytes += answer.bytes;
    const body = parse(answer.text);
    if (answer.status < 200 || answer.status > 299) {
      throw storeError(answer.status, body?.error, { ...asked, place: this.place });
    }
    if (body === undefined) {
      throw new SourceError(
        `${this.place} answers with status ${answer.status} but not with JSON: is this the address of Elasticsearch, without a login page before it?`,
        { status: 502, side: 'downstream' }
      );
    }
    return body;
  }
}

function without(field: string): string {
  return `-responses.aggregations.**.${field}`;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const body: unknown = parseExactJson(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
