import type { Baseline } from '../query/baseline';
import type { Selection } from '../query/selection';
import { connectionName, type Connections } from './connections';

/** Stands for the time that every sample of such a source has by itself. */
const OWN_TIME = 'time';

/** Sources whose data always have a time: a query need not name a field that holds it. */
const TIMED: ReadonlySet<string> = new Set(['prometheus']);

/** The query with the time that its sources have by themselves written in. Throws a BadQuery for an unknown connection. */
export function withOwnTime<Asked extends { readonly current: Selection; readonly baseline?: Baseline }>(
  query: Asked,
  connections: Connections
): Asked {
  const isTimed = (name: string | undefined) => TIMED.has(connections[connectionName(connections, name)].type);
  const { current, baseline } = query;
  const own = baseline?.kind === 'selection' && baseline.connection !== undefined && isTimed(baseline.connection);
  return {
    ...query,
    current: isTimed(current.connection) ? { ...current, timeField: current.timeField ?? OWN_TIME } : current,
    ...(own && { baseline: { ...baseline, timeField: baseline.timeField ?? OWN_TIME } }),
  };
}
