import { BadQuery } from '../../query/BadQuery';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { HORIZON, performanceSegments } from '../../query/performanceSegments';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import type { OutcomeRoles, OutcomesPlan, OutcomesRequest } from '../../sources/OutcomesRequest';
import type { Source } from '../../sources/Source';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { currentWindows } from '../windows/currentWindows';
import { type PerformanceWindows, performanceWindows } from './performanceWindows';
import { settleRoles } from './settleRoles';
import { shadowVersion } from './versionSides';

/** A query with all that its data need to be asked for. */
export interface SettledPerformance {
  readonly query: PerformanceQuery;
  readonly source: Source;
  readonly roles: OutcomeRoles;
  readonly notices: readonly Notice[];
  readonly windows: PerformanceWindows;
  /** Labels that came later are not known, in milliseconds since the epoch. */
  readonly asOf: number;
  readonly plans: {
    readonly current: OutcomesPlan;
    readonly before: OutcomesPlan | null;
    /** Outcomes in segments of what a shadow version predicted; null without one. */
    readonly shadow: OutcomesPlan | null;
    /** Outcomes in segments of the groups that fairness compares; null without it, or where the segments are the groups. */
    readonly fairness: OutcomesPlan | null;
  };
  /** Both sides between finer edges of scores. */
  readonly between: (
    edges: ReadonlyMap<string, Float64Array>
  ) => Pick<SettledPerformance['plans'], 'current' | 'before'>;
}

/** Settles windows, columns and plans; nothing is counted yet. Throws a BadQuery or a SourceError. */
export async function settlePerformance(
  asked: PerformanceQuery,
  context: EvaluateContext
): Promise<SettledPerformance> {
  const { range, now, connections, access, signal } = context;
  const query = withOwnTime(asked, connections);
  const source = sourceOf(connections, query.current.connection, access);
  requireOutcomes(source, query.current.connection);
  const needsBounds = range === null && query.window !== 'range';
  const bounds: TimeRange | null = needsBounds ? await source.timeBounds(query.current, { signal }) : null;
  const windows = performanceWindows(query, currentWindows(query, range, now, bounds), now);
  requireTime(query);
  const { roles, notices } = await settleRoles(query, source, { signal });
  const asOf = Math.min(now, range?.to ?? now);
  const side = windows.side;
  const other = side === null ? null : sourceOf(connections, side.selection.connection, access);
  if (other !== null) {
    requireOutcomes(other, side?.selection.connection);
  }
  const { timezone } = query;
  const segmentBy = askedSegments(query);
  const request = { roles, segmentBy, timezone, asOf: query.label.timeField === undefined ? null : asOf };
  const own = { ...request, selection: query.current, windows: windows.current };
  const before = (edges?: ReadonlyMap<string, Float64Array>) =>
    side === null || other === null || other.planOutcomes === undefined
      ? null
      : other.planOutcomes({ ...request, edges, selection: side.selection, windows: windows.before });
  return {
    ...{ query, source, roles, notices, windows, asOf },
    plans: { ...currentPlans(query, source, own), before: before() },
    between: (edges) => ({ current: source.planOutcomes({ ...own, edges }), before: before(edges) }),
  };
}

function requireTime({ budget, current }: PerformanceQuery): void {
  if (budget !== undefined && current.timeField === undefined) {
    throw new BadQuery('"current.timeField" is missing: an error budget is used up over time.');
  }
}

/** Horizons that are derived from times are no column. */
function askedSegments(query: PerformanceQuery): readonly string[] {
  const segments = performanceSegments(query);
  return query.forecast?.step === undefined ? segments : segments.filter((name) => name !== HORIZON);
}

/** Of the current selection: once as it is, and once each for what tells rows apart by another column. */
function currentPlans(
  query: PerformanceQuery,
  source: OutcomesSource,
  request: OutcomesRequest
): Omit<SettledPerformance['plans'], 'before'> {
  const { roles, segmentBy } = request;
  const withoutScores = { ...roles, scores: [] };
  const shadow = shadowVersion(query)?.shadow.prediction;
  const group = query.fairness?.field;
  const by = (field: string, ofRows: OutcomeRoles) =>
    source.planOutcomes({ ...request, segmentBy: [...segmentBy, field], roles: ofRows });
  return {
    current: source.planOutcomes(request),
    shadow: shadow === undefined ? null : by(shadow, withoutScores),
    // Scores tell who was predicted as what only where no prediction does.
    fairness:
      group === undefined || segmentBy.includes(group)
        ? null
        : by(group, roles.prediction === undefined ? roles : withoutScores),
  };
}

type OutcomesSource = Source & Required<Pick<Source, 'planOutcomes'>>;

function requireOutcomes(source: Source, connection: string | undefined): asserts source is OutcomesSource {
  if (source.planOutcomes === undefined) {
    const which = connection === undefined ? 'This connection' : `"${connection}"`;
    throw new BadQuery(`${which} can't answer queries of the kind "performance".`);
  }
}
