import type { DataQuery } from '@grafana/schema';

/** A query of any data source. */
export type ExploreQuery = DataQuery &
  Readonly<Record<string, unknown>> & { readonly datasource: { readonly uid: string } };

/** The address of a query in Grafana's Explore; times in milliseconds since the epoch. */
export function exploreLink(query: ExploreQuery, from: number, to: number): string {
  const pane = {
    datasource: query.datasource.uid,
    queries: [query],
    range: { from: String(Math.round(from)), to: String(Math.round(to)) },
  };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify({ modelwatch: pane }))}`;
}
