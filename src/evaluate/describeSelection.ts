import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { DescribeOptions, FieldDescription } from '../sources/Source';
import { sourceOf, type ConnectionAccess, type Connections } from './connections';

export interface SelectionDescription {
  readonly fields: readonly FieldDescription[];
  /** Time of the first and the last row; null where the selection has no time field, or no row with a time. */
  readonly timeBounds: TimeRange | null;
}

/** What a selection holds, for the query editor. Throws a SourceError or a BadQuery. */
export async function describeSelection(
  selection: Selection,
  connections: Connections,
  { access, ...options }: DescribeOptions & { readonly access?: ConnectionAccess }
): Promise<SelectionDescription> {
  const source = sourceOf(connections, selection.connection, access);
  const fields = await source.describe(selection, options);
  return { fields, timeBounds: await source.timeBounds(selection, options) };
}
