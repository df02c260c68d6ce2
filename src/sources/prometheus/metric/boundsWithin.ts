import { formatDuration } from '../../../query/duration';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import { splitArms } from '../batch/splitArms';
import { parseSampleValue } from '../client/parseSampleValue';
import type { PrometheusClient } from '../client/PrometheusClient';
import { lookingStep } from '../held/lookingStep';
import { type Arm, ARM_LABEL } from '../promql/union';
import { pointsOf } from '../windows/pointsOf';
import { partOfRun } from '../windows/partOfRun';
import type { Run } from '../windows/runs';
import { bucketsOf } from './bucketsOf';
import type { RecognizedMetric } from './MetricKind';
import { by, seriesOf } from './MetricQuery';

/** A share of values that is as good as none: extrapolation alone makes as much. */
export const NEGLIGIBLE = 0.005;

/** By feature, segment and window: how many values are of series that have a bound all the time. */
export class ValuesWithBound {
  private readonly found = new Map<string, Map<number, number>>();
  private readonly features = new Set<number>();

  /** `part` tells apart the selectors of an expression. */
  add(index: number, part: string, segment: readonly string[], window: number, le: number, count: number): void {
    this.features.add(index);
    const key = keyOf(index, part, segment, window);
    const byBound = this.found.get(key) ?? new Map<number, number>();
    this.found.set(key, byBound);
    byBound.set(le, (byBound.get(le) ?? 0) + count);
  }

  /** By bound: the share of a window's values that are of series without it. Empty where all series have all bounds. */
  lacking({ query }: RecognizedMetric, segment: readonly string[], window: number): ReadonlyMap<number, number> {
    const shares = new Map<number, number>();
    if (!this.features.has(query.index)) {
      return shares;
    }
    for (const { part, le: only } of bucketsOf(query)) {
      const counts = this.found.get(keyOf(query.index, part, segment, window)) ?? new Map<number, number>();
      const most = counts.get(Infinity) ?? Math.max(0, ...counts.values());
      for (const [le, count] of counts) {
        const share = most > 0 ? 1 - count / most : 0;
        if (le < Infinity && share > NEGLIGIBLE && (only === undefined || only === le)) {
          shares.set(le, Math.max(share, shares.get(le) ?? 0));
        }
      }
    }
    return shares;
  }
}

function keyOf(index: number, part: string, segment: readonly string[], window: number): string {
  return JSON.stringify([index, part, window, ...segment]);
}

export interface BoundsAsked {
  readonly metrics: readonly RecognizedMetric[];
  readonly runs: readonly Run[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  /** Whether bounds may be lacking of a metric in a window, or in the one beside it; everywhere where it is not given. */
  readonly mayLack?: (metric: RecognizedMetric, window: number) => boolean;
}

/** Asks for the few features whose series have not all had the same buckets, or came and went inside of windows. */
export async function boundsWithin(
  client: PrometheusClient,
  { metrics, runs, windows, segmentBy, mayLack = () => true }: BoundsAsked,
  remarks: Remarks,
  options: RequestOptions
): Promise<ValuesWithBound> {
  const found = new ValuesWithBound();
  const requests = runs.flatMap((run) => {
    const changing = metrics.filter((metric) => run.windows.some((window) => mayLack(metric, window)));
    return splitArms(changing, run.windows.length).map((some) => ({ run, some }));
  });
  await Promise.all(
    requests.map(async ({ run, some }) => {
      const part = partOfRun(run, (window) => some.some((metric) => mayLack(metric, window)), 1) ?? run;
      const windowAt = new Map(part.windows.map((window) => [windows[window].to, window]));
      const arms = some.flatMap((metric) => armsOf(metric, run.length, segmentBy));
      const answer = arms.length === 0 ? [] : await askInParts(client, arms, pointsOf(part), remarks, options);
      for (const { metric, values = [] } of answer) {
        const [index, selector] = metric[ARM_LABEL].split('/');
        const segment = segmentBy.map((label) => metric[label] ?? '');
        for (const [time, text] of values) {
          const window = windowAt.get(Math.round(time * 1000)) ?? -1;
          found.add(Number(index), selector, segment, window, parseSampleValue(metric.le), parseSampleValue(text));
        }
      }
    })
  );
  return found;
}

/**
 * What the series count that have a bound at every look at which they count all values: one that has it for a part of the
 * time, since its buckets were changed, does not have it.
 */
function armsOf({ query, whole }: RecognizedMetric, length: number, segmentBy: readonly string[]): Arm[] {
  const window = formatDuration(length);
  const looks = `${window}:${formatDuration(lookingStep(length))}`;
  return bucketsOf(query).map(({ part, of }) => {
    const all = whole === 'count' ? seriesOf(of, '_count') : seriesOf(of, '_bucket', 'le="+Inf"');
    const often = (series: string) => `count_over_time(${series}[${looks}])`;
    const has = `${often(seriesOf(of, '_bucket', 'le!=""'))} >= ignoring (le) group_left () (${often(all)} - 1)`;
    const expr = `sum${by(['le', ...segmentBy])} (0 * (${has}) + ignoring (le) group_left () increase(${all}[${window}]))`;
    return { id: `${query.index}/${part}`, expr };
  });
}
