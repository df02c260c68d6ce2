import { z } from 'zod';
import { explainQuery } from '../../evaluate/explainQuery';
import { explainVersions } from '../../evaluate/versions/evaluateVersions';
import { explainVolume } from '../../evaluate/volume/evaluateVolume';
import { parseQuery } from '../../query/parseQuery';
import { withoutHostKeys } from '../../query/withoutHostKeys';
import { BadRequest } from '../tasks/BadRequest';
import { withDefaultConnection } from '../tasks/withDefaultConnection';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';
import { readTimeRange, timeParameters } from './timeParameters';

const parametersSchema = z.object({ query: z.unknown(), ...timeParameters });

/** What a query would ask of its stores, without asking it. */
export async function explainPlan({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { query: input, ...times } = readParameters(parametersSchema, parameters);
  const query = parseQuery(withoutHostKeys(input));
  const now = Date.now();
  const current = withDefaultConnection(query.current, settings);
  const { connections, access, profiles } = settings;
  const context = { range: readTimeRange(times, now), now, connections, access, profiles, signal };
  if (query.kind === 'volume') {
    return explainVolume({ ...query, current }, context);
  }
  if (query.kind === 'versions') {
    return explainVersions({ ...query, current }, context);
  }
  const { baseline } = query;
  if (baseline === undefined) {
    throw new BadRequest('A plan is shown of queries that have a baseline.');
  }
  return explainQuery({ ...query, baseline, current }, context);
}
