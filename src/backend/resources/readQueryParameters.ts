import { z } from 'zod';
import type { EvaluateContext } from '../../evaluate/EvaluateContext';
import { parseQuery } from '../../query/parseQuery';
import type { Query } from '../../query/query';
import { withoutHostKeys } from '../../query/withoutHostKeys';
import { withDefaultConnection } from '../tasks/withDefaultConnection';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';
import { readTimeRange, timeParameters } from './timeParameters';

const parametersSchema = z.object({ query: z.unknown(), ...timeParameters });

/** The query that a resource is asked about, and what it is asked with. Throws a BadRequest or a BadQuery. */
export function readQueryParameters({ settings, parameters }: ResourceRequest): {
  query: Query;
  context: EvaluateContext;
} {
  const { query: input, ...times } = readParameters(parametersSchema, parameters);
  const query = parseQuery(withoutHostKeys(input));
  const now = Date.now();
  const { connections, access, profiles } = settings;
  return {
    query: { ...query, current: withDefaultConnection(query.current, settings) },
    context: { range: readTimeRange(times, now), now, connections, access, profiles },
  };
}
