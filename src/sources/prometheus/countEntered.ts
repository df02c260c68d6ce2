import type { TimeRange } from '../../query/time';
import type { RequestOptions } from '../Source';
import { askInParts } from './batch/askInParts';
import type { Remarks } from './batch/Remarks';
import { splitArms } from './batch/splitArms';
import type { PrometheusClient } from './client/PrometheusClient';
import type { PartsCollector } from './distributions/PartsCollector';
import type { Held } from './held/Held';
import { enteredOf } from './held/heldArms';
import type { HeldSelector } from './held/HeldSelector';
import { selectorsOf } from './held/selectorsOf';
import type { RecognizedMetric } from './metric/MetricKind';
import { by, seriesOf } from './metric/MetricQuery';
import type { Arm } from './promql/union';
import { pointsOf } from './windows/pointsOf';
import type { Run } from './windows/runs';

export interface EnteredAsked {
  readonly metrics: readonly RecognizedMetric[];
  readonly runs: readonly Run[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  readonly held: Held;
  readonly collector: PartsCollector;
  readonly remarks: Remarks;
}

/**
 * What series had counted before their first sample in a window, though their target was scraped at its start: a category
 * that is new, a bucket that was empty before. `increase` begins with the first sample.
 */
export async function countEntered(
  client: PrometheusClient,
  { metrics, runs, windows, segmentBy, held, collector, remarks }: EnteredAsked,
  options: RequestOptions
): Promise<void> {
  const entered = metrics.filter(({ query }) => held.hasEntered(String(query.index)));
  for (const run of entered.length === 0 ? [] : runs) {
    const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
    for (const some of splitArms(entered, run.windows.length)) {
      const arms = some.flatMap((metric) => armOf(metric, run.length, segmentBy, client.isVictoria));
      const answer = arms.length === 0 ? [] : await askInParts(client, arms, pointsOf(run), remarks, options);
      answer.forEach((series) => collector.add(series, windowAt));
    }
  }
}

function armOf(metric: RecognizedMetric, length: number, segmentBy: readonly string[], isVictoria: boolean): Arm[] {
  const { query, kind } = metric;
  const [selector] = selectorsOf(metric, length);
  const arm = (label: string | undefined, series: HeldSelector) => [
    {
      id: `${query.index}:entered`,
      expr: `sum${by([...new Set([...(label === undefined ? [] : [label]), ...segmentBy])])} (${enteredOf(series, isVictoria).known})`,
    },
  ];
  if (query.kind !== 'metric' || selector === undefined) {
    return [];
  }
  switch (kind) {
    case 'counter':
      return arm(query.feature.label, selector);
    case 'classic':
      return arm('le', { ...selector, series: seriesOf(query, '_bucket', 'le!=""') });
    case 'vmrange':
      return arm('vmrange', { ...selector, series: seriesOf(query, '_bucket', 'vmrange!=""') });
    default:
      return [];
  }
}
