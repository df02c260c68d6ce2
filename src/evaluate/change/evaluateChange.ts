import type { ChangeQuery } from '../../query/changeQuery';
import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import { distinctNotices } from '../../sources/Notice';
import type { PlanDescription, Source } from '../../sources/Source';
import { whyNoDetector } from '../../statistics/change/online/onlineDetectors';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import type { ChangeResult, Provenance } from '../Result';
import type { ChangeSeries, NumberSeries } from './ChangeSeries';
import { driftSeries } from './driftSeries';
import { featureSeries } from './featureSeries';
import { judgeSeries } from './judgeSeries';
import { measureSeries, planSeries, type SeriesSet } from './measureSeries';
import { seasonOf } from './seasonOf';
import { windowsOfChange } from './windowsOfChange';

/** Reads the series that a query asks about, all windows at once, and says of each when its level changed. */
export async function evaluateChange(asked: ChangeQuery, context: EvaluateContext): Promise<ChangeResult> {
  const { query, source } = settle(asked, context);
  const windows = await windowsOfChange(query, source, context);
  const season = seasonOf(query, windows);
  const set = await readSeries(query, source, windows, context);
  const { decision, detectors } = query;
  const series = set.series.map((one) => judgeSeries(one, { windows, season, decision, detectors }));
  return {
    kind: 'change',
    queryHash: queryHash(asked),
    baseline: set.baseline ?? nothingCompared(query, windows),
    notices: distinctNotices([
      ...set.notices,
      ...series.flatMap(seriesNotices),
      ...series.flatMap((one) => detectorNotices(one, detectors)),
    ]),
    warned: set.warned,
    windows,
    series,
  };
}

/** What a query would ask of its store, for the editor's preview. */
export async function explainChange(asked: ChangeQuery, context: EvaluateContext) {
  const { query, source } = settle(asked, context);
  const windows = await windowsOfChange(query, source, context);
  seasonOf(query, windows);
  const { measures } = query;
  const nothing: PlanDescription = { requests: 0, summary: 'Windows are compared with one another', steps: [] };
  const plan =
    measures === undefined ? whole(query) : planSeries({ ...query, measures }, source, windows).plan.description;
  const names = measures ?? query.current.features ?? [];
  return {
    windows: windows.length,
    baseline: 'none: windows are compared with one another',
    features: names.map(({ name }) => ({ name, type: 'numeric' })),
    plans: { baseline: nothing, current: plan },
  };
}

function whole({ of }: ChangeQuery): PlanDescription {
  const summary =
    of === undefined ? 'The distributions of the features in each window' : 'The drift query in each window';
  return { requests: 1, summary, steps: [] };
}

function settle(asked: ChangeQuery, { connections, access }: EvaluateContext): { query: ChangeQuery; source: Source } {
  // Of the drift query's selection the rest of the query is taken to be.
  const own = asked.of?.current === undefined ? asked : { ...asked, current: ofDrift(asked.current, asked.of.current) };
  const query = withOwnTime(own, connections);
  return { query, source: sourceOf(connections, query.current.connection, access) };
}

function ofDrift({ connection }: Selection, own: Selection): Selection {
  return { ...own, connection: own.connection ?? connection };
}

async function readSeries(
  query: ChangeQuery,
  source: Source,
  windows: readonly TimeRange[],
  context: EvaluateContext
): Promise<SeriesSet & { readonly baseline?: Provenance }> {
  const { measures, of } = query;
  if (of !== undefined) {
    return driftSeries({ ...query, of }, windows, context);
  }
  return measures === undefined
    ? featureSeries(query, { source, selection: query.current }, windows, context)
    : measureSeries({ ...query, measures }, { source, windows, signal: context.signal });
}

function seriesNotices({ values, undecided, isLimited, ...series }: ChangeSeries): string[] {
  const absent = values.filter((value) => value === null).length;
  const name = nameOf(series);
  return undecided !== null
    ? []
    : [
        ...(absent > 0
          ? [
              `${name}: ${absent} of ${values.length} windows ${absent === 1 ? 'has' : 'have'} no value. Nothing is said of what happened in them.`,
            ]
          : []),
        ...(isLimited === true ? [`${name}: only the clearest changes are named; there may be more.`] : []),
      ];
}

/** Which detectors can't look at a series. */
function detectorNotices(series: ChangeSeries, detectors: ChangeQuery['detectors']): string[] {
  const values = series.adjusted.filter((value) => value !== null);
  return detectors.flatMap((detector) => {
    const reason = whyNoDetector(detector, values);
    return reason === undefined ? [] : [`${nameOf(series)}: ${detector} ${reason}, and gives no alarms here.`];
  });
}

/** Figures of one feature lack the same windows: that is said once. */
function nameOf({ feature, segment }: Pick<NumberSeries, 'feature' | 'segment'>): string {
  return [feature, ...Object.values(segment)].filter((part) => part !== '').join(', ');
}

function nothingCompared({ current, window }: ChangeQuery, windows: readonly TimeRange[]): Provenance {
  return {
    kind: 'none',
    description: `the other windows of ${window}`,
    facts: {
      source: current.path ?? current.index ?? null,
      query: current.query ?? current.matchers ?? null,
      from: new Date(windows[0].from).toISOString(),
      to: new Date(windows[windows.length - 1].to).toISOString(),
      windows: windows.length,
    },
  };
}
