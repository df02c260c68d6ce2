import { SourceError } from '../../SourceError';
import type { Aggregation, Row, SearchAnswer } from './SearchAnswer';
import { type Asked, storeError } from './storeError';

interface Response {
  readonly error?: unknown;
  readonly status?: number;
  readonly timed_out?: boolean;
  readonly _shards?: { readonly total?: number; readonly failed?: number; readonly failures?: readonly unknown[] };
  readonly hits?: {
    readonly total?: number | { readonly value?: number };
    readonly hits?: ReadonlyArray<{ fields?: Row }>;
  };
  readonly aggregations?: Aggregation;
}

/** The answers of an `_msearch`, in its order; the error in place of one that failed. Throws where some are missing. */
export function readSearches(
  body: Record<string, unknown>,
  count: number,
  asked: Asked
): Array<SearchAnswer | SourceError> {
  const { responses } = body;
  if (!Array.isArray(responses) || responses.length !== count) {
    throw broken(`${asked.place} answers ${count} searches with something that is no answer to them.`, 502);
  }
  return (responses as Response[]).map((response) => readSearch(response, asked));
}

function readSearch(response: Response, asked: Asked): SearchAnswer | SourceError {
  const { error, status = 502, hits, aggregations = {} } = response;
  if (error !== undefined) {
    return storeError(status, error, asked);
  }
  const total = typeof hits?.total === 'number' ? hits.total : hits?.total?.value;
  if (total === undefined) {
    return broken(`${asked.place} answers a search without its total: is it an Elasticsearch?`, 502);
  }
  return (
    whatIsLacking(response, asked) ?? {
      total,
      aggregations,
      ...(hits?.hits && { rows: hits.hits.map(({ fields = {} }) => fields) }),
    }
  );
}

/** An answer of a part of the documents only is none: what it counts would be too few. */
function whatIsLacking({ timed_out: isLate, _shards: shards }: Response, { place, index }: Asked): SourceError | null {
  if (shards?.total === 0) {
    return broken(`${place} has no index that "${index}" matches: check the pattern.`, 404);
  }
  if (isLate === true) {
    return broken(`${place} ran out of time: ask for a shorter time or fewer features.`, 504);
  }
  const failed = shards?.failed ?? 0;
  if (failed === 0) {
    return null;
  }
  const [first] = (shards?.failures ?? []) as ReadonlyArray<{ reason?: { reason?: string } }>;
  const words = first?.reason?.reason ?? 'no reason is given';
  return broken(
    `${place}: ${failed} of ${shards?.total} shards of "${index}" failed ("${words}"): what the others count would be too few.`,
    502
  );
}

function broken(message: string, status: number): SourceError {
  return new SourceError(message, { status, side: 'downstream' });
}
