import { inMode } from '../../evaluate/audit/auditDrift';
import { explainCauses } from '../../evaluate/causes/explainCauses';
import { explainChange } from '../../evaluate/change/evaluateChange';
import { explainQuery } from '../../evaluate/explainQuery';
import { explainPerformance } from '../../evaluate/performance/evaluatePerformance';
import { explainInTime } from '../../evaluate/time/explainInTime';
import { explainVersions } from '../../evaluate/versions/evaluateVersions';
import { explainVolume } from '../../evaluate/volume/evaluateVolume';
import { BadRequest } from '../tasks/BadRequest';
import { readQueryParameters } from './readQueryParameters';
import type { ResourceRequest } from './Resource';

/** What a query would ask of its stores, without asking it. */
export async function explainPlan(request: ResourceRequest, signal: AbortSignal) {
  const { query, context: asked } = readQueryParameters(request);
  const context = { ...asked, signal };
  if (query.kind === 'change') {
    return explainChange(query, context);
  }
  if (query.kind === 'explain') {
    return explainCauses(query, context);
  }
  if (query.kind === 'volume') {
    return explainVolume(query, context);
  }
  if (query.kind === 'performance') {
    return explainPerformance(query, context);
  }
  if (query.kind === 'versions') {
    return explainVersions(query, context);
  }
  if (query.kind === 'drift' && query.format === 'audit') {
    return explainInTime(inMode(query, 'sequential'), context);
  }
  if (query.kind === 'drift' && query.decision.significance !== 'iid') {
    return explainInTime(query, context);
  }
  const { baseline } = query;
  if (baseline === undefined) {
    throw new BadRequest('A plan is shown of queries that have a baseline.');
  }
  return explainQuery({ ...query, baseline }, context);
}
