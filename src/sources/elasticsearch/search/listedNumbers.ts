import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { Aggregation } from '../client/SearchAnswer';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';

/** Numbers that are listed of a field: those that are tested are among them. */
export const LISTED = 256;

/** The most frequent numbers of a field, as the store answered. */
export interface ListedNumbers {
  /** A `terms` aggregation. */
  readonly terms: Aggregation;
  /** Documents in which they were counted, and of these those without a value. */
  readonly documents: number;
  readonly missing: number;
}

/** By client, which lives as long as a query: the answers about one selection in one stretch of time. */
const remembered = new WeakMap<ElasticsearchClient, { readonly of: string; readonly lists: Lists }>();

/** By field, as it is counted. */
type Lists = ReadonlyMap<string, ListedNumbers>;

/** Keeps what was listed on the way, so that nobody asks for it again. */
export function rememberListed(
  client: ElasticsearchClient,
  selection: Selection,
  range: TimeRange | null,
  lists: Lists
): void {
  remembered.set(client, { of: keyOf(selection, range), lists });
}

/** What is known of a field in these documents. */
export function knownList(
  client: ElasticsearchClient,
  selection: Selection,
  range: TimeRange | null,
  field: string
): ListedNumbers | undefined {
  const last = remembered.get(client);
  return last?.of === keyOf(selection, range) ? last.lists.get(field) : undefined;
}

function keyOf({ index, query, timeField }: Selection, range: TimeRange | null): string {
  return JSON.stringify([index, query, timeField, range]);
}
