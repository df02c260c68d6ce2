import { BadQuery } from '../query/BadQuery';
import type { Query } from '../query/query';
import type { Selection } from '../query/selection';
import { connectionName, type Connections } from './connections';

const SAMPLED_KINDS: ReadonlySet<Query['kind']> = new Set(['drift', 'distribution', 'explain', 'versions']);

/** Throws a BadQuery where a share of the documents is asked for of what takes none: it is never left out in silence. */
export function checkSampling(query: Query, connections: Connections): void {
  const { current } = query;
  refuse('current', current, query.kind, connections);
  const baseline = 'baseline' in query ? query.baseline : undefined;
  if (baseline?.kind === 'selection') {
    refuse('baseline', { ...baseline, connection: baseline.connection ?? current.connection }, query.kind, connections);
  }
}

function refuse(
  key: string,
  { sampling, connection }: Pick<Selection, 'sampling' | 'connection'>,
  kind: Query['kind'],
  connections: Connections
): void {
  if (sampling === undefined) {
    return;
  }
  if (!SAMPLED_KINDS.has(kind)) {
    throw new BadQuery(`"${key}.sampling" does not go with the kind ${kind}, which counts everything: leave it out.`);
  }
  const name = connectionName(connections, connection);
  const { type } = connections[name];
  if (type !== 'elasticsearch') {
    throw new BadQuery(
      `"${key}.sampling" is for Elasticsearch, and "${name}" is a connection of type ${type}, which counts everything: leave it out.`
    );
  }
}
