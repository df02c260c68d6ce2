import { SourceError } from '../../SourceError';
import { type Clusters, lackOfClusters } from './lackOfClusters';
import type { Aggregation, Row, SearchAnswer } from './SearchAnswer';
import { isResponse } from './isResponse';
import { type Asked, storeError } from './storeError';

interface Shards {
  readonly total?: number;
  readonly successful?: number;
  readonly failed?: number;
  readonly failures?: readonly unknown[];
}

interface Response {
  readonly error?: unknown;
  readonly status?: number;
  readonly timed_out?: boolean;
  readonly terminated_early?: boolean;
  readonly _shards?: Shards;
  readonly _clusters?: Clusters;
  readonly hits?: {
    readonly total?: number | { readonly value?: number };
    readonly hits?: ReadonlyArray<{ readonly fields?: Row['fields']; readonly _source?: unknown }>;
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
  return responses.map((response: unknown) =>
    isResponse(response)
      ? readSearch(response as Response, asked)
      : broken(`${asked.place} answers a search with something that Elasticsearch's API does not have.`, 502)
  );
}

function readSearch(response: Response, asked: Asked): SearchAnswer | SourceError {
  const { error, status = 502, hits, aggregations = {} } = response;
  if (error !== undefined) {
    return storeError(status, error, asked);
  }
  const total = typeof hits?.total === 'object' ? hits.total.value : hits?.total;
  if (total === undefined) {
    return broken(`${asked.place} answers a search without its total: is it an Elasticsearch?`, 502);
  }
  return (
    whatIsLacking(response, asked) ?? {
      total,
      aggregations,
      ...(hits?.hits && { rows: hits.hits.map(({ fields = {}, _source: source }) => ({ fields, source })) }),
    }
  );
}

/** An answer of a part of the documents only is none: what it counts would be too few. */
function whatIsLacking(response: Response, asked: Asked): SourceError | null {
  const { timed_out: isLate, terminated_early: isShort, _shards: shards, _clusters: clusters } = response;
  const { place, index } = asked;
  const lack = lackOfClusters(clusters);
  if (lack !== null) {
    return broken(
      `${place} has no whole answer for "${index}": ${lack}. What the others count would be too few: see to the connection between the clusters, or leave that one out of "index".`,
      502
    );
  }
  if (shards?.total === 0) {
    return broken(`${place} has no index that "${index}" matches: check the pattern.`, 404);
  }
  if (isLate === true) {
    return broken(`${place} ran out of time: ask for a shorter time or fewer features.`, 504);
  }
  if (isShort === true) {
    return broken(
      `${place} ended a search of "${index}" early, so that it counted a part of the documents: see which limit of the cluster or a proxy ends it.`,
      502
    );
  }
  return lackOfShards(shards, asked);
}

/** Shards that were skipped because nothing in them can match count as successful. */
function lackOfShards(shards: Shards | undefined, { place, index }: Asked): SourceError | null {
  const { total = 0, successful = total, failures = [] } = shards ?? {};
  const failed = Math.max(shards?.failed ?? 0, total - successful);
  if (failed <= 0) {
    return null;
  }
  const [first] = failures as ReadonlyArray<{ reason?: { reason?: string } } | null | undefined>;
  const words = first?.reason?.reason ?? 'no reason is given';
  return broken(
    `${place}: ${failed} of ${total} shards of "${index}" failed ("${words}"): what the others count would be too few.`,
    502
  );
}

function broken(message: string, status: number): SourceError {
  return new SourceError(message, { status, side: 'downstream' });
}
