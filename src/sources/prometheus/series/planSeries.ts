import { formatDuration } from '../../../query/duration';
import type { TimeRange } from '../../../query/time';
import type { MeasurePlan, MeasureRequest, MeasureSet } from '../../Measures';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { askInParts } from '../batch/askInParts';
import { Remarks } from '../batch/Remarks';
import { splitArms } from '../batch/splitArms';
import type { PrometheusClient } from '../client/PrometheusClient';
import { WINDOW_PLACEHOLDER } from '../metric/MetricQuery';
import type { HeldSelector } from '../held/HeldSelector';
import { learnHeld } from '../held/learnHeld';
import { readOver } from '../held/selectorsOf';
import type { Arm } from '../promql/union';
import { pointsOf } from '../windows/pointsOf';
import { probePoints } from '../windows/probePoints';
import { groupRuns, type Run } from '../windows/runs';
import { boundsOfMeasures, measuresOfBuckets } from './boundsOfMeasures';
import { SeriesCollector } from './SeriesCollector';
import { unsureMeasures } from './unsureMeasures';

/** Values of expressions at the windows' ends: a range query for each stretch of windows at equal distances. */
export function planSeries(request: MeasureRequest, client: PrometheusClient): MeasurePlan {
  const { measures, windows } = request;
  requireExpressions(request);
  const runs = groupRuns(windows);
  const held = runs.filter(({ length }) => selectorsOf(request, length).length > 0).length;
  const layouts = measuresOfBuckets(request).length === 0 ? 0 : runs.flatMap(probePoints).length;
  const requests = runs.reduce((sum, run) => sum + groupsOf(request, run).length, 0);
  return {
    description: {
      requests: requests + held + layouts,
      summary: `Prometheus evaluates ${measures.length} ${measures.length === 1 ? 'expression' : 'expressions'} at the ends of ${windows.length} windows`,
      steps: [
        ...(held === 0 ? [] : [`${held} × what the windows hold of the series`]),
        ...(layouts === 0 ? [] : [`${layouts} × whether all series have the same buckets`]),
        ...runs.flatMap((run) => armsOf(request, run).map(({ expr }) => `${run.windows.length} × ${expr}`)),
      ].slice(0, 30),
    },
    execute: (options) => execute(request, runs, client, options),
  };
}

async function execute(
  request: MeasureRequest,
  runs: readonly Run[],
  client: PrometheusClient,
  options: RequestOptions
): Promise<MeasureSet> {
  const remarks = new Remarks();
  const collector = new SeriesCollector(request, client.place);
  const [held, within] = await Promise.all([
    learnHeld(client, { ...request, runs, selectors: ({ length }) => selectorsOf(request, length) }, remarks, options),
    boundsOfMeasures(request, runs, client, remarks, options),
    ...runs.flatMap((run) =>
      groupsOf(request, run).map(async (group) => {
        const answer = await askInParts(client, group, pointsOf(run), remarks, options);
        const windowAt = windowsByEnd(request.windows, run);
        answer.forEach((series) => collector.add(series, windowAt));
      })
    ),
  ]);
  const { undecided, notices } = unsureMeasures(request, { held, within, values: collector.values });
  return {
    values: collector.values,
    notices: [...notices, ...remarks.notices(client.place)],
    warned: remarks.warned,
    undecided,
  };
}

/** What the measures' expressions read over about a window or longer. */
function selectorsOf({ measures }: MeasureRequest, length: number): HeldSelector[] {
  return measures.flatMap(({ expr = '' }, index) => readOver(expr, length, String(index)));
}

function windowsByEnd(windows: readonly TimeRange[], run: Run): Map<number, number> {
  return new Map(run.windows.map((window) => [windows[window].to, window]));
}

function groupsOf(request: MeasureRequest, run: Run): Arm[][] {
  return splitArms(armsOf(request, run), run.windows.length);
}

function armsOf({ measures }: MeasureRequest, { length }: Run): Arm[] {
  const window = formatDuration(length);
  return measures.map(({ expr = '' }, index) => ({
    id: String(index),
    expr: `(${expr.replaceAll(WINDOW_PLACEHOLDER, window)})`,
  }));
}

function requireExpressions({ measures, selection }: MeasureRequest): void {
  const without = measures.find(({ expr }) => expr === undefined);
  if (without !== undefined) {
    throw wrong(
      `The measure "${without.name}" counts rows, and Prometheus holds none. Write PromQL as its "expr", such as sum(increase(calls_total[$__window])), or choose a log of predictions, which adds rows, classes and labels.`
    );
  }
  if ((selection.matchers ?? '').trim() !== '') {
    throw wrong(
      `Measures are free PromQL, into which the selection's matchers ${selection.matchers} can't be put: write them into each "expr".`
    );
  }
}

function wrong(message: string): SourceError {
  return new SourceError(message, { status: 400, side: 'plugin' });
}
