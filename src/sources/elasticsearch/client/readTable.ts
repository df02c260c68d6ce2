import { SourceError } from '../../SourceError';
import { type Clusters, lackOfClusters } from './lackOfClusters';
import type { Asked } from './storeError';

/** The answer to an ES|QL query: the cells of each row by the name of their column. */
export type TableRow = (column: string) => unknown;

/**
 * Of `POST /_query`. Throws a SourceError for what is no such answer, and where it is not whole: shards or clusters are left
 * out, or it is still running.
 */
export function readTable(body: Readonly<Record<string, unknown>>, { place }: Asked): TableRow[] {
  const { columns, values, is_partial: isPartial, is_running: isRunning } = body;
  const lack = lackOfClusters(body._clusters as Clusters | undefined);
  if (isPartial === true || isRunning === true || lack !== null) {
    throw lacking(`${place} answers a part of an ES|QL query alone${lack === null ? '' : ` (${lack})`}.`);
  }
  if (!Array.isArray(columns) || !Array.isArray(values)) {
    throw lacking(`${place} answers an ES|QL query with something that is no table.`);
  }
  const places = new Map(columns.map((column, i) => [(column as { readonly name?: unknown } | null)?.name, i]));
  return values.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== columns.length) {
      throw lacking(`${place} answers an ES|QL query with rows that lack columns.`);
    }
    return (column: string) => {
      const at = places.get(column);
      if (at === undefined) {
        throw lacking(`${place} answers an ES|QL query without its column ${column}.`);
      }
      return row[at] as unknown;
    };
  });
}

function lacking(message: string): SourceError {
  return new SourceError(message, { status: 502, side: 'downstream' });
}
