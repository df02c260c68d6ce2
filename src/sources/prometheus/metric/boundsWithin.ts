import { formatDuration } from '../../../query/duration';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import { splitArms } from '../batch/splitArms';
import { parseSampleValue } from '../client/parseSampleValue';
import type { PrometheusClient } from '../client/PrometheusClient';
import { lookingStep } from '../held/lookingStep';
import { ARM_LABEL } from '../promql/union';
import { pointsOf } from '../windows/pointsOf';
import type { Run } from '../windows/runs';
import { layoutKey } from './layouts';
import type { RecognisedMetric } from './MetricKind';
import { by, seriesOf } from './MetricQuery';

/** How many values are of series that have a bound, by feature and segment, then by window, then by bound. */
export type ValuesWithBound = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, number>>>;

/** A share of values that is as good as none: extrapolation alone makes as much. */
const NEGLIGIBLE = 0.005;

/**
 * The bounds that (almost) all values of a window were counted at. Where a series lacks a bound, the share of values up to it
 * lies anywhere between what was counted and that with all values of the series without it: it is no bound.
 */
export function boundsOfAll(values: ReadonlyMap<number, number> | undefined): Set<number> | undefined {
  if (values === undefined || values.size === 0) {
    return undefined;
  }
  const most = values.get(Infinity) ?? Math.max(...values.values());
  return new Set([...values].filter(([, count]) => count >= (1 - NEGLIGIBLE) * most).map(([le]) => le));
}

/** Asks for the few metrics whose series came and went inside of windows, so that their buckets may have differed there. */
export async function boundsWithin(
  client: PrometheusClient,
  metrics: readonly RecognisedMetric[],
  runs: readonly Run[],
  windows: readonly TimeRange[],
  segmentBy: readonly string[],
  remarks: Remarks,
  options: RequestOptions
): Promise<ValuesWithBound> {
  const found = new Map<string, Map<number, Map<number, number>>>();
  const requests = runs.flatMap((run) => splitArms(metrics, run.windows.length).map((some) => ({ run, some })));
  await Promise.all(
    requests.map(async ({ run, some }) => {
      const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
      const arms = some.flatMap((metric) => armOf(metric, run.length, segmentBy));
      for (const { metric, values = [] } of await askInParts(client, arms, pointsOf(run), remarks, options)) {
        const key = layoutKey(
          Number(metric[ARM_LABEL]),
          segmentBy.map((label) => metric[label] ?? '')
        );
        const le = parseSampleValue(metric.le);
        for (const [time, text] of values) {
          const window = windowAt.get(Math.round(time * 1000)) ?? -1;
          const byWindow = found.get(key) ?? new Map<number, Map<number, number>>();
          found.set(key, byWindow);
          const byBound = byWindow.get(window) ?? new Map<number, number>();
          byWindow.set(window, byBound);
          byBound.set(le, (byBound.get(le) ?? 0) + parseSampleValue(text));
        }
      }
    })
  );
  return found;
}

function armOf({ query, whole }: RecognisedMetric, length: number, segmentBy: readonly string[]) {
  if (query.kind !== 'metric') {
    return [];
  }
  const window = formatDuration(length);
  const looks = `${window}:${formatDuration(lookingStep(length))}`;
  const all = whole === 'bucket' ? seriesOf(query, '_bucket', 'le="+Inf"') : seriesOf(query, '_count');
  const has = `0 * count_over_time(${seriesOf(query, '_bucket', 'le!=""')}[${looks}])`;
  const expr = `sum${by(['le', ...segmentBy])} (${has} + ignoring (le) group_left () increase(${all}[${window}]))`;
  return [{ id: String(query.index), expr }];
}
