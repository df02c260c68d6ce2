import { BadQuery } from '../../query/BadQuery';
import type { TimeRange } from '../../query/time';
import type { VolumeQuery } from '../../query/volumeQuery';
import { warning } from '../../sources/Notice';
import type { PlanDescription, Source } from '../../sources/Source';
import { judgeVolume } from '../../verdict/volume/judgeVolume';
import { withoutVolumeVerdict } from '../../verdict/volume/withoutVolumeVerdict';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import { absenceOfRows } from '../requireRows';
import type { Provenance, VolumeResult } from '../Result';
import { currentWindows } from '../windows/currentWindows';
import { withCalls } from './callsOf';
import { type PastWindows, pastWindows } from './pastWindows';
import { UnsureWindows } from './UnsureWindows';
import { VolumeValues } from './VolumeValues';

/** Asks for the numbers of all windows, current and past, at once, and judges each. */
export async function evaluateVolume(asked: VolumeQuery, context: EvaluateContext): Promise<VolumeResult> {
  const { signal } = context;
  const { query, source, windows, measures, plan } = await settle(asked, context);
  const set = await plan.execute({ signal });
  const bounds = query.measures.some(({ expr }) => expr === undefined)
    ? await source.timeBounds(query.current, { signal })
    : null;
  const values = new VolumeValues(set, windows.all, bounds, measures);
  const unsure = new UnsureWindows(set, windows);
  const { segments } = values;
  const verdicts = windows.of.flatMap(({ window, current, past }) =>
    query.measures.flatMap((measure) =>
      segments.map((segment) => {
        const value = values.at(measure, current, segment);
        const isSure = (index: number) => unsure.reason(measure, index, segment) === undefined;
        // Where no data mean 0, a window that is left out must not.
        const taken = query.decision.absent === 'zero' ? past.filter(isSure) : past;
        const before = taken.map((index) => (isSure(index) ? values.scaled(measure, index, window, segment) : null));
        const calls = values.callsOf(measure, current, segment);
        const pastCalls = taken.map((index) => values.callsOf(measure, index, segment));
        const verdict = judgeVolume(measure, { segment, value, past: before, calls, pastCalls }, query.decision);
        const reason = unsure.reason(measure, current, segment);
        return { ...(reason === undefined ? verdict : withoutVolumeVerdict(verdict, reason)), window };
      })
    )
  );
  const isEmpty = !values.holdsAny(windows.of.map(({ current }) => current)) && tellsRows(query, windows, bounds);
  const place = { source, selection: query.current };
  const current = windows.of.map(({ window }) => window);
  return {
    kind: 'volume',
    queryHash: queryHash(asked),
    baseline: provenance(query, windows),
    notices: [
      ...(isEmpty ? [warning(await absenceOfRows(place, current, { signal }))] : []),
      ...set.notices,
      ...unsure.notices,
    ],
    warned: set.warned,
    verdicts,
  };
}

/** Whether numbers that are all 0 say that there are no rows, and not only that none was of the kind that is counted. */
function tellsRows({ measures }: VolumeQuery, { of }: PastWindows, bounds: TimeRange | null): boolean {
  const isOutside = ({ from, to }: TimeRange) => bounds !== null && (from > bounds.to || to <= bounds.from);
  return measures.some(({ query }) => query === undefined) || of.every(({ window }) => isOutside(window));
}

/** What a query would ask of its store, for the editor's preview. */
export async function explainVolume(asked: VolumeQuery, context: EvaluateContext) {
  const { query, windows, plan } = await settle(asked, context);
  const nothing: PlanDescription = { requests: 0, summary: 'Asked for together with the current windows', steps: [] };
  return {
    windows: windows.of.length,
    baseline: windows.description,
    features: query.measures.map(({ name }) => ({ name, type: 'numeric' })),
    plans: { baseline: nothing, current: plan.description },
  };
}

async function settle(asked: VolumeQuery, { range, now, connections, access, signal }: EvaluateContext) {
  const query = withOwnTime(asked, connections);
  if (query.current.timeField === undefined) {
    throw new BadQuery(
      '"current": a query of the kind "volume" needs a "timeField", to tell in which window a row lies.'
    );
  }
  const source: Source = sourceOf(connections, query.current.connection, access);
  const needsBounds = range === null && query.window !== 'range';
  const bounds: TimeRange | null = needsBounds ? await source.timeBounds(query.current, { signal }) : null;
  const windows = pastWindows(query, currentWindows(query, range, now, bounds), now);
  const { current: selection, segmentBy, minimumCoverage } = query;
  const measures = withCalls(query.measures);
  return {
    query,
    source,
    windows,
    measures,
    plan: source.planMeasures({
      ...{ selection, measures: measures.all, segmentBy, windows: windows.all, minimumCoverage },
      asked: query.measures.map(({ name }) => name),
    }),
  };
}

function provenance({ baseline, current }: VolumeQuery, { all, of, description }: PastWindows): Provenance {
  const past = of.flatMap((one) => one.past.map((index) => all[index]));
  return {
    kind: baseline.kind,
    description,
    facts: {
      source: current.path ?? current.index ?? null,
      query: current.query ?? null,
      from: new Date(Math.min(...past.map(({ from }) => from))).toISOString(),
      to: new Date(Math.max(...past.map(({ to }) => to))).toISOString(),
      windows: new Set(of.flatMap((one) => one.past)).size,
    },
  };
}
