import type { PlanDescription } from '../Source';
import { countingArms } from './batch/countingArms';
import { splitArms } from './batch/splitArms';
import { formatDuration } from '../../query/duration';
import { SELECTORS_AT_ONCE } from './held/learnHeld';
import { KIND_WORDS, type RecognizedMetric } from './metric/MetricKind';
import { readsBuckets } from './metric/probe';
import { needsType } from './metric/requireSense';
import type { PlannedRequest } from './planPrometheus';
import { blocksOf } from './samples/blocks';
import { probePoints } from './windows/probePoints';
import { groupRuns } from './windows/runs';

const STEPS_SHOWN = 30;

/** What will be asked of the store; more exactly where it is known what the metrics are. */
export function describePlan(
  { queries, windows, segmentBy }: PlannedRequest,
  metrics?: readonly RecognizedMetric[]
): PlanDescription {
  const runs = groupRuns(windows);
  const known =
    metrics ?? queries.map((query): RecognizedMetric => ({ query, kind: 'classic', countedBy: 'itself', buckets: 0 }));
  const counted = known.filter(({ kind }) => kind !== 'gauge' && kind !== 'moments');
  const sampled = known.length - counted.length;
  const looking = runs.flatMap(probePoints).length;
  const probing =
    (queries.some(({ kind }) => kind === 'metric') ? looking : 0) + (queries.some(readsBuckets) ? looking : 0);
  const typing = known.filter(needsType).length;
  const counting = runs.reduce((sum, run) => {
    return sum + splitArms(counted, run.windows.length).length;
  }, 0);
  const holding = counted.length === 0 ? 0 : runs.length * Math.ceil(counted.length / SELECTORS_AT_ONCE);
  const sampling = sampled === 0 ? 0 : blocksOf(windows).length * (1 + sampled);
  const buckets = known.reduce((sum, metric) => sum + metric.buckets, 0);
  const lengths = [...new Set(runs.map(({ length }) => formatDuration(length)))].join(', ');
  return {
    requests: probing + typing + counting + holding + sampling,
    summary: `Prometheus counts ${plural(queries.length, 'feature')} over ${plural(windows.length, 'window')} of ${lengths}${buckets > 0 ? `, ${plural(buckets, 'bucket')} a window and segment` : ''}`,
    steps: [
      ...(probing === 0
        ? []
        : [`${plural(probing, 'request')} to see what the metrics are and where their data begin and end`]),
      ...(typing === 0 ? [] : [`${plural(typing, 'request')} for the type that the store knows of a metric`]),
      `${plural(counting, 'range query', 'range queries')} for counts`,
      ...(holding === 0
        ? []
        : [
            `${plural(holding, 'range query', 'range queries')} for what the windows hold of the series, and up to three times as many where they don't fill a window or leave a doubt`,
          ]),
      ...(sampling === 0 ? [] : [`up to ${plural(sampling, 'request')} for samples`]),
      ...(metrics ?? []).slice(0, STEPS_SHOWN).map((metric) => describeMetric(metric, segmentBy)),
    ],
  };
}

function describeMetric(metric: RecognizedMetric, segmentBy: readonly string[]): string {
  const { query, kind, buckets } = metric;
  const what = `${query.feature.name}: ${KIND_WORDS[kind]}${buckets > 0 ? ` of ${plural(buckets, 'bucket')}` : ''}`;
  const isCounted = kind !== 'gauge' && kind !== 'moments';
  return isCounted ? `${what}, ${countingArms(metric, segmentBy, '$window')[0].expr}` : what;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
