import { BadQuery } from '../../query/BadQuery';
import type { TimeRange } from '../../query/time';
import type { VersionsQuery } from '../../query/versionsQuery';
import type { Distribution } from '../../distribution/Distribution';
import { type Notice, warning } from '../../sources/Notice';
import type { DistributionCell, TypedFeature } from '../../sources/Source';
import { type RegisteredVersion, versionMismatch } from '../../verdict/versions/registeredVersion';
import { traceVersions } from '../../verdict/versions/traceVersions';
import { versionedCalls } from '../../verdict/versions/versionedCalls';
import type { VersionTrace, VersionWindow } from '../../verdict/versions/VersionTrace';
import { Cells, segmentsOf } from '../cells';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import { absenceOfRows } from '../requireRows';
import type { Provenance, VersionsResult } from '../Result';
import { readRegistered } from './readRegistered';
import { currentWindows } from '../windows/currentWindows';

const NO_BASELINE: Provenance = { kind: 'none', description: 'nothing: versions are counted', facts: {} };

/** Counts the calls by version in all windows at once, and follows the versions of each segment. */
export async function evaluateVersions(asked: VersionsQuery, context: EvaluateContext): Promise<VersionsResult> {
  const { query, source, feature, windows, plan } = await settle(asked, context);
  const [set, registered] = await Promise.all([
    plan.execute({ signal: context.signal }),
    readRegistered(asked, context),
  ]);
  const cells = new Cells(set);
  const traces = segmentsOf([set.cells]).map((segment) => {
    const counted = windows.map((window, index) =>
      cells.undecided(index, segment, feature) === undefined
        ? countsOf(window, cells.get(index, segment, feature))
        : { window, byVersion: new Map<string, number>(), rest: 0, unversioned: 0 }
    );
    const undecided = cells.undecided(windows.length - 1, segment, feature);
    return { ...traceVersions(segment, counted, query.decision), ...(undecided !== undefined && { undecided }) };
  });
  const place = { source, selection: query.current };
  const absent = !cells.isEmpty ? [] : [warning(await absenceOfRows(place, windows, { signal: context.signal }))];
  return {
    kind: 'versions',
    feature: feature.name,
    queryHash: queryHash(asked),
    baseline: NO_BASELINE,
    notices: [
      ...set.notices,
      ...leftOut(set.cells),
      ...(absent.length > 0 ? absent : remarks(traces, query)),
      ...mismatches(traces, registered),
    ],
    warned: set.warned,
    traces,
    ...(registered !== undefined && { registered }),
  };
}

/** What a query would ask of its store, for the editor's preview. */
export async function explainVersions(asked: VersionsQuery, context: EvaluateContext) {
  const { feature, windows, plan } = await settle(asked, context);
  return {
    windows: windows.length,
    baseline: NO_BASELINE.description,
    features: [{ name: feature.name, type: feature.type }],
    plans: { baseline: { requests: 0, summary: 'There is no baseline', steps: [] }, current: plan.description },
  };
}

async function settle(asked: VersionsQuery, { range, now, connections, access, signal }: EvaluateContext) {
  const query = withOwnTime(asked, connections);
  if (query.current.timeField === undefined) {
    throw new BadQuery(
      '"current": a query of the kind "versions" needs a "timeField", to tell since when one is active.'
    );
  }
  const source = sourceOf(connections, query.current.connection, access);
  const feature: TypedFeature = { ...query.feature, type: 'categorical' };
  const bounds = range === null ? await source.timeBounds(query.current, { signal }) : null;
  const whole = query.window === 'range' && bounds !== null ? { ...bounds, to: bounds.to + 1 } : null;
  const windows = currentWindows(query, range ?? whole, now, bounds).map(timed);
  const { segmentBy, minimumCoverage } = query;
  const plan = source.plan({ selection: query.current, features: [feature], windows, segmentBy, minimumCoverage });
  if ('unsupported' in plan) {
    throw new BadQuery(plan.unsupported);
  }
  return { query, source, feature, windows, plan };
}

function timed(window: TimeRange | null): TimeRange {
  if (window === null) {
    throw new BadQuery('A query of the kind "versions" needs a time range: the data tell none.');
  }
  return window;
}

function countsOf(window: TimeRange, distribution: Distribution): VersionWindow {
  if (distribution.kind !== 'categories') {
    throw new BadQuery('"feature": has no values to tell versions by: choose a label, or a field of the type keyword.');
  }
  const { byCategory, rest, counts } = distribution;
  const byVersion = new Map([...byCategory].filter(([, calls]) => calls > 0));
  return { window, byVersion, rest, unversioned: counts.missing };
}

/** Windows that are not what they seem decide nothing: each reason once. */
function leftOut(cells: readonly DistributionCell[]): string[] {
  const windows = new Set(cells.filter(({ undecided }) => undecided !== undefined).map(({ window }) => window));
  const reasons = [...new Set(cells.map(({ undecided }) => undecided).filter((one) => one !== undefined))];
  const count = windows.size;
  return reasons.length === 0
    ? []
    : [`${count} ${count === 1 ? 'window is' : 'windows are'} left out. ${reasons.slice(0, 3).join(' ')}`];
}

/** Each once, whatever the number of segments. */
function mismatches(traces: readonly VersionTrace[], registered: RegisteredVersion | undefined): Notice[] {
  if (registered !== undefined && 'problem' in registered) {
    return [warning(registered.problem)];
  }
  const found = traces.map((trace) => versionMismatch(trace, registered)).filter((text) => text !== null);
  return [...new Set(found)].map(warning);
}

/** What the shares don't show. */
function remarks(traces: readonly VersionTrace[], { decision, feature }: VersionsQuery): string[] {
  const windows = traces.flatMap((trace) => trace.windows);
  const sum = (of: (one: VersionWindow) => number) => windows.reduce((total, one) => total + of(one), 0);
  const [versioned, unversioned] = [sum(versionedCalls), sum((one) => one.unversioned)];
  if (versioned === 0) {
    return [`No call in this time range carries a ${feature.name}.`];
  }
  const decides = windows.some((one) => versionedCalls(one) >= decision.minimumCalls);
  const percent = ((100 * unversioned) / (versioned + unversioned)).toPrecision(2);
  return [
    ...(unversioned > 0 ? [`${percent}% of the calls carry no ${feature.name}: the shares are of those that do.`] : []),
    ...(decides
      ? []
      : [
          `No window has ${decision.minimumCalls} calls, so that none tells which version is active: use longer windows.`,
        ]),
  ];
}
