import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import { formatDuration } from '../../../query/duration';
import type { PrometheusClient } from '../client/PrometheusClient';
import { probePoints } from '../windows/probePoints';
import { pointsOf } from '../windows/pointsOf';
import type { Run } from '../windows/runs';
import { bucketsOf } from './bucketsOf';
import type { FreeExpression, MetricQuery, NamedMetric } from './MetricQuery';
import { layoutArms, probeArms } from './probeArms';
import { ProbeResult } from './ProbeResult';

/** Arms of probes in one request: they look at instants only. */
const FEATURES_AT_ONCE = 100;

/**
 * Looks at the features' metrics at both ends of each window. What is not seen there is looked for in the windows' whole
 * length: sampled more rarely than every five minutes, or gone in between.
 */
export async function probe(
  client: PrometheusClient,
  queries: readonly MetricQuery[],
  runs: readonly Run[],
  segmentBy: readonly string[],
  remarks: Remarks,
  options: RequestOptions
): Promise<ProbeResult> {
  const result = new ProbeResult();
  const named = queries.filter((query): query is NamedMetric => query.kind === 'metric');
  const knowsNative = { now: true };
  const look = async (sought: readonly NamedMetric[], run: Run, within?: string) => {
    const points = within === undefined ? probePoints(run) : [pointsOf(run)];
    const arms = () =>
      sought.flatMap((query) =>
        probeArms(query, { segmentBy, within, knowsNative: knowsNative.now, replicaLabels: client.replicaLabels })
      );
    for (const moments of points) {
      try {
        result.add(await askInParts(client, arms(), moments, remarks, options));
      } catch (error) {
        if (!(knowsNative.now && error instanceof SourceError && /histogram_count/.test(error.message))) {
          throw error;
        }
        knowsNative.now = false;
        result.add(await askInParts(client, arms(), moments, remarks, options));
      }
    }
  };
  const reading = queries.filter(readsBuckets);
  for (const run of runs) {
    await Promise.all([
      ...chunks(named).map((some) => look(some, run)),
      ...chunks(reading).map(async (some) => {
        const arms = some.flatMap((query) => layoutArms(query, segmentBy));
        for (const moments of probePoints(run)) {
          result.add(await askInParts(client, arms, moments, remarks, options));
        }
      }),
    ]);
  }
  const unseen = named.filter(({ index }) => !result.found(index));
  for (const run of unseen.length === 0 ? [] : runs) {
    await Promise.all(chunks(unseen).map((some) => look(some, run, formatDuration(run.length))));
  }
  unseen.forEach(({ index }) => result.seenRarely.add(index));
  return result;
}

/** Whether it is an expression that reads classic histograms, whose buckets may differ. */
export function readsBuckets(query: MetricQuery): query is FreeExpression {
  return query.kind === 'expression' && bucketsOf(query).length > 0;
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < list.length; from += FEATURES_AT_ONCE) {
    parts.push(list.slice(from, from + FEATURES_AT_ONCE));
  }
  return parts;
}
