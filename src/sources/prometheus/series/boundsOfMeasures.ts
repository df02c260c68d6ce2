import type { MeasureRequest } from '../../Measures';
import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import type { PrometheusClient } from '../client/PrometheusClient';
import { boundsWithin, type ValuesWithBound } from '../metric/boundsWithin';
import { bucketsOf } from '../metric/bucketsOf';
import { withMixedLayouts } from '../metric/layouts';
import type { RecognizedMetric } from '../metric/MetricKind';
import { layoutArms } from '../metric/probeArms';
import { ProbeResult } from '../metric/ProbeResult';
import { probePoints } from '../windows/probePoints';
import type { Run } from '../windows/runs';

/** As free PromQL over windows, which measures are. */
export function recognized({ measures }: Pick<MeasureRequest, 'measures'>, index: number): RecognizedMetric {
  const { name, expr = '' } = measures[index];
  const feature = { name, type: 'numeric' as const };
  return {
    query: { kind: 'expression', feature, index, expr, windowed: true },
    kind: 'windowed',
    countedBy: 'itself',
    buckets: 0,
  };
}

/** Which measures read the buckets of classic histograms. */
export function measuresOfBuckets(request: Pick<MeasureRequest, 'measures'>): RecognizedMetric[] {
  return request.measures
    .map((_, index) => recognized(request, index))
    .filter(({ query }) => bucketsOf(query).length > 0);
}

/** By how many of the values the bounds are lacking that measures read. */
export async function boundsOfMeasures(
  request: MeasureRequest,
  runs: readonly Run[],
  client: PrometheusClient,
  remarks: Remarks,
  options: RequestOptions
): Promise<ValuesWithBound> {
  const reading = measuresOfBuckets(request);
  const probes = new ProbeResult();
  const arms = reading.flatMap(({ query }) => (query.kind === 'expression' ? layoutArms(query, []) : []));
  for (const points of reading.length === 0 ? [] : runs.flatMap(probePoints)) {
    probes.add(await askInParts(client, arms, points, remarks, options));
  }
  const metrics = withMixedLayouts(reading, probes);
  const { windows, segmentBy } = request;
  return boundsWithin(client, { metrics, runs, windows, segmentBy }, remarks, options);
}
