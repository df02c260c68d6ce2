import { BadQuery } from '../../query/BadQuery';
import { USUAL_SEASONS } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { BaselineSide } from '../baselineOf';
import { sourceOf } from '../connections';
import { describeRange } from '../describeTime';
import type { EvaluateContext } from '../EvaluateContext';
import { hullOf, tellsNoSegments } from '../evaluateComparison';
import { openBaseline } from '../openBaseline';
import { type Place, settleFeatures } from '../settleFeatures';
import { currentWindows } from '../windows/currentWindows';
import { CountedReader } from './CountedReader';
import { excludingOf } from './excludingOf';
import { timePlans } from './timePlans';
import { readRange, type TimePlan } from './TimePlan';

/** A query over time with its windows, places and features settled; nothing has been counted yet. */
export interface OpenedInTime {
  readonly plans: readonly TimePlan[];
  readonly side: BaselineSide;
  readonly places: Readonly<Record<'baseline' | 'current', Place>>;
  readonly reader: CountedReader;
  readonly features: Awaited<ReturnType<typeof settleFeatures>>['features'];
  readonly refusals: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
  readonly wholeBaseline: boolean;
  /** Whether rows are counted, so that it is known which of them have no value. */
  readonly countsRows: boolean;
}

/** Throws a BadQuery or a SourceError. */
export async function openInTime(query: DriftQuery, context: EvaluateContext): Promise<OpenedInTime> {
  const { range, now, connections, access, signal } = context;
  const source = sourceOf(connections, query.current.connection, access);
  const current: Place = { source, selection: query.current };
  const bounds = range === null ? await source.timeBounds(query.current, { signal }) : null;
  const windows = currentWindows(query, range, now, bounds);
  const judged = windows.filter((window): window is TimeRange => window !== null);
  if (judged.length < windows.length) {
    throw new BadQuery(
      `"window": "significance": "${query.decision.significance}" needs windows over time: give "current" a "timeField".`
    );
  }
  const { side: opened, place: baseline } = await baselineOf(query, judged, current, context);
  const isUnbounded = opened.separate && query.baseline.kind === 'selection' && query.baseline.from === undefined;
  const whole =
    isUnbounded && baseline.selection.timeField !== undefined
      ? await baseline.source.timeBounds(baseline.selection, { signal })
      : null;
  const named = opened.selection.path ?? opened.selection.index ?? 'the selection';
  const side = whole === null ? opened : { ...opened, description: `${named}, ${describeRange(whole)}` };
  const excluding = await excludingOf(query, context);
  const plans = timePlans(query, judged, now, excluding, whole);
  const known = hullOf(plans.flatMap(({ windows: all, calibration }) => calibration.map((i) => readRange(all[i]))));
  const settled = await settleFeatures(baseline, current, query.segmentBy, known, { signal, types: context.types });
  const wholeBaseline = await tellsNoSegments(query.segmentBy, side, baseline, { signal });
  const places = { baseline, current };
  const segmentBy = { baseline: wholeBaseline ? [] : query.segmentBy, current: query.segmentBy };
  const { features, refusals } = settled;
  const notices = [...excluding.notices, ...settled.notices];
  const { minimumCoverage, minimumCount } = query;
  const isStored = side.whole === 'stored';
  const reader = new CountedReader(
    { features, places, segmentBy, minimumCoverage, minimumCount, isStored, plans },
    context
  );
  const countsRows = current.source.holdsRows === true && baseline.source.holdsRows === true;
  return { plans, side, places, reader, features, refusals, notices, wholeBaseline, countsRows };
}

async function baselineOf(
  query: DriftQuery,
  judged: readonly TimeRange[],
  place: Place,
  context: EvaluateContext
): Promise<{ readonly side: BaselineSide; readonly place: Place }> {
  const { baseline, current, decision } = query;
  if (baseline.kind !== 'seasonal') {
    return openBaseline(query, judged, context, place);
  }
  const seasons = decision.calibration?.seasons ?? USUAL_SEASONS;
  const side: BaselineSide = {
    selection: current,
    separate: false,
    windows: judged,
    windowOf: judged.map((_, index) => index),
    description: `the median of the same time in the ${baseline.count} periods of ${baseline.period} before, and how much it varied in ${seasons} periods`,
  };
  return { side, place };
}
