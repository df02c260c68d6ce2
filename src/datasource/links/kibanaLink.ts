/** The documents that a link to Kibana leads to. */
export interface KibanaDocuments {
  /** Index, pattern or data stream. */
  readonly index: string;
  readonly timeField?: string;
  /** Lucene. */
  readonly query?: string;
  /** Fields shown as columns. */
  readonly columns: readonly string[];
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/**
 * The address of these documents in Kibana's Discover, through its locator: so it needs no data view of that index, and goes
 * on working when Discover's own addresses change. `base` may hold a path and a space, such as
 * `https://kibana.example.com/s/models`. Null where `base` is no address of a page.
 */
export function kibanaLink(
  base: string,
  { index, timeField, query, columns, from, to }: KibanaDocuments
): string | null {
  if (!/^https?:\/\/[^/\s]/i.test(base)) {
    return null;
  }
  const parameters = {
    dataViewSpec: {
      title: index,
      allowNoIndex: true,
      ...(timeField === undefined ? {} : { timeFieldName: timeField }),
    },
    timeRange: { from: new Date(from).toISOString(), to: new Date(to).toISOString(), mode: 'absolute' },
    query: { language: 'lucene', query: query ?? '' },
    columns,
    filters: [],
  };
  const locator = `l=DISCOVER_APP_LOCATOR&v=${FIRST_VERSION}&p=${encodeURIComponent(JSON.stringify(parameters))}`;
  return `${base.trim().replace(/\/+$/, '')}/app/r?${locator}`;
}

/** The first Kibana whose locator takes a data view that is not stored: newer ones migrate what comes from it. */
const FIRST_VERSION = '8.3.0';
