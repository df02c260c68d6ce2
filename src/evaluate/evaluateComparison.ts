import { baselineKey } from '../baseline/baselineKey';
import { mergeWindows } from '../baseline/mergeWindows';
import { BadQuery } from '../query/BadQuery';
import type { DistributionQuery } from '../query/distributionQuery';
import type { ComparisonQuery } from '../query/query';
import type { TimeRange } from '../query/time';
import type { DistributionRequest, DistributionSet, RequestOptions, Source, TypedFeature } from '../sources/Source';
import { distinctNotices, type Notice, warning } from '../sources/Notice';
import type { BaselineSide, WithBaseline } from './baselineOf';
import { bothSides, isYetToCome } from './bothSides';
import { Cells } from './cells';
import { compare, type Sides } from './compare';
import { connectionName, sourceOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import { inClusters } from './inClusters';
import { frozenShapes } from './frozenShapes';
import { withOwnTime } from './ownTime';
import { openBaseline } from './openBaseline';
import { queryHash } from './queryHash';
import { refine } from './refine';
import { repeatNotices } from './repeatNotices';
import { requireReadable } from './requireReadable';
import { absenceOfRows, requireRows } from './requireRows';
import type {
  ComparisonContext,
  DistributionResult,
  DriftResult,
  FeatureDistributions,
  Provenance,
  WindowedVerdict,
} from './Result';
import { rowRepeats } from './rowRepeats';
import { type Place, settleFeatures } from './settleFeatures';
import { sentinelNotices } from './sentinelNotices';
import { sharedShape } from './sharedShape';
import { currentWindows } from './windows/currentWindows';
import { eitherSides, valuesWithin } from './valuesWithin';
import { type CountValues, withRepeats } from './withRepeats';
import { writtenIn } from './writtenIn';

type FrozenShapes = DistributionRequest['frozen'];

/** Settles windows, baseline and types, has the sources make distributions, and judges them. */
export async function evaluateComparison(
  asked: ComparisonQuery,
  context: EvaluateContext
): Promise<DriftResult | DistributionResult> {
  const { now, connections, access, signal, last } = context;
  const query = withOwnTime(asked, connections);
  const current: Place = { source: sourceOf(connections, query.current.connection, access), selection: query.current };
  const windows = await windowsOf(query, context, current);
  const { side: opened, place: baseline } = await openBaseline(query, windows, context, current);
  const side: BaselineSide = { ...opened, minimumCoverage: query.minimumCoverage };
  const options = { signal };
  const settled = await settleFeatures(baseline, current, query.segmentBy, hullOf(side.windows), {
    signal,
    types: context.types,
  });
  const { refusals } = settled;
  const features = inClusters(settled.features, query, [baseline, current]);
  const wholeBaseline = await tellsNoSegments(query.segmentBy, side, baseline, options);
  const segments = wholeBaseline ? [] : query.segmentBy;
  const readBefore = (wanted: readonly TypedFeature[], frozen?: FrozenShapes) =>
    readBaseline(baseline, wanted, side, segments, context, frozen);
  /** Not from memory: what is kept there has changed in the store. */
  const readBeforeAnew: typeof readBefore = (wanted, frozen) =>
    readBaseline(baseline, wanted, side, segments, { ...context, baselines: undefined }, frozen);
  const readAfter = async (wanted: readonly TypedFeature[], frozen?: FrozenShapes) => {
    const { segmentBy, minimumCoverage } = query;
    const request = { selection: current.selection, features: wanted, windows, segmentBy, frozen, minimumCoverage };
    return new Cells(await execute(current.source, request, { signal, last }));
  };
  const counting = {
    baseline: countingBaseline(baseline, side, segments, options),
    current: counter(current, windows, query.segmentBy, options),
  };
  const isTogether = current.source.remote === true && !takesEdges(current);
  const read = async (readBaselineSide: typeof readBefore): Promise<Sides> => {
    const first = readBaselineSide(features);
    const [before, after] = isTogether
      ? await bothSides(first, readAfter(features), { query, windows, side, baseline, features, options })
      : [await first, await readAfter(features, takesEdges(current) ? frozenShapes((await first).set) : undefined)];
    const found = { windows, baselineSide: side, baseline: before, current: after, features, wholeBaseline, refusals };
    // Named tests decide by themselves: no single number is looked at.
    return query.tests === 'auto' ? withRepeats(found, counting, query.minimumCount) : found;
  };
  const sides = await read(readBefore);
  const { baseline: before, current: after } = sides;
  requireReadable(sides, refusals);
  if (!isYetToCome(before)) {
    await requireRows('baseline', before, baseline, side.windows, options);
  }
  // A rule learns from undecided features that no data comes: an error would look like a store that is down.
  if (query.format !== 'alert') {
    await requireRows('current data', after, current, windows, options);
  }
  const absent = after.isEmpty ? [warning(await absenceOfRows(current, windows, options))] : [];

  const isRefined = takesEdges(baseline) && takesEdges(current);
  const judge = (latest: Sides, isProvisional = false) => compare(latest, query, { signal, isProvisional, isRefined });
  const { verdicts, notices } = isRefined
    ? await refine(sides, {
        baseline: readBefore,
        current: readAfter,
        values: (wanted, stretches) =>
          eitherSides([
            valuesWithin(
              baseline,
              { features: wanted, windows: side.parts?.windows ?? side.windows, stretches },
              options
            ),
            valuesWithin(current, { features: wanted, windows, stretches }, options),
          ]),
        restart: () => read(readBeforeAnew),
        judge,
        decision: query.decision,
        now,
      })
    : { verdicts: judge(sides), notices: [] };
  const isClustered = query.kind === 'drift' && query.cluster !== undefined;
  const rows = [before.rows, after.rows] as const;
  const asks = { baseline, side, current, windows, features: features.filter(({ name }) => !refusals.has(name)), rows };
  const repeated = isClustered ? [] : await rowRepeats({ ...asks, keys: settled.keys }, options);
  const result: ComparisonContext = {
    queryHash: queryHash(asked),
    warned: before.set.warned === true || after.set.warned === true,
    baseline: provenance(query, side, before),
    notices: distinctNotices([
      ...settled.notices,
      ...absent,
      ...noticesOf(side, wholeBaseline),
      ...before.set.notices,
      ...after.set.notices,
      ...sentinelNotices(verdicts.map(({ comparison }) => comparison)),
      ...repeatNotices(verdicts, repeated),
      ...notices,
    ]),
  };
  return query.kind === 'drift'
    ? { ...result, kind: 'drift', verdicts }
    : { ...result, kind: 'distribution', features: verdicts.map((verdict) => distributionsOf(verdict, query)) };
}

async function windowsOf(
  query: ComparisonQuery,
  { range, now, signal }: EvaluateContext,
  { source, selection }: Place
) {
  const needsBounds = range === null && query.window !== 'range';
  const bounds = needsBounds ? await source.timeBounds(selection, { signal }) : null;
  const windows = currentWindows(query, range, now, bounds);
  // Distributions of many windows would not fit one picture: the newest is shown.
  return query.kind === 'distribution' ? windows.slice(-1) : windows;
}

function takesEdges({ source }: Place): boolean {
  return source.takesEdges === true;
}

/** Training data often lacks the columns that tell segments apart: then each segment is compared with all of it. */
export async function tellsNoSegments(
  segmentBy: readonly string[],
  side: BaselineSide,
  place: Place,
  options: RequestOptions
): Promise<boolean> {
  if (segmentBy.length === 0) {
    return false;
  }
  if (side.whole !== undefined) {
    return true;
  }
  if (!side.separate) {
    return false;
  }
  const names = await place.source.fieldNames(place.selection, options);
  return segmentBy.every((name) => !names.includes(name));
}

export async function readBaseline(
  { source, selection }: Place,
  features: readonly TypedFeature[],
  { windows, parts, whole, minimumCoverage }: BaselineSide,
  segmentBy: readonly string[],
  { baselines, connections, now, signal, last }: EvaluateContext,
  frozen?: FrozenShapes
): Promise<Cells> {
  const asked = { selection, features: writtenIn(selection, features), segmentBy, frozen, minimumCoverage };
  const request = { ...asked, windows: parts?.windows ?? windows };
  const fresh = () => execute(source, request, { signal, last });
  if (whole === 'stored') {
    // A profile lies in no connection, and is small: nothing is kept of it.
    return new Cells(await fresh());
  }
  const connection = connectionName(connections, selection.connection);
  const key =
    baselines && frozen === undefined && (await baselineKey(baselines.scope, { connection, source }, request, now));
  const set = baselines && key ? await baselines.cache.get(key, fresh) : await fresh();
  return new Cells(parts === undefined ? set : mergeWindows(set, parts));
}

/** Counts single numbers of a place; undefined where its source tells none. */
function counter(
  { source, selection }: Place,
  windows: DistributionRequest['windows'],
  segmentBy: readonly string[],
  options: RequestOptions
): CountValues | undefined {
  return source.countValues === undefined
    ? undefined
    : async (features, values) => {
        const asked = { selection, features: writtenIn(selection, features), windows, segmentBy, values };
        return new Cells((await source.countValues?.(asked, options)) ?? { cells: [], notices: [] });
      };
}

function countingBaseline(
  place: Place,
  { windows, parts }: BaselineSide,
  segmentBy: readonly string[],
  options: RequestOptions
): CountValues | undefined {
  const count = counter(place, parts?.windows ?? windows, segmentBy, options);
  return count === undefined || parts === undefined
    ? count
    : async (features, values) => new Cells(mergeWindows((await count(features, values)).set, parts));
}

export async function execute(
  source: Source,
  request: DistributionRequest,
  options: RequestOptions
): Promise<DistributionSet> {
  const plan = source.plan(request);
  if ('unsupported' in plan) {
    throw new BadQuery(plan.unsupported);
  }
  return plan.execute(options);
}

export function noticesOf({ selection, whole, notices = [] }: BaselineSide, wholeBaseline: boolean): Notice[] {
  const place = selection.path ?? selection.index ?? 'The baseline';
  return wholeBaseline && whole !== 'asked'
    ? [...notices, `${place} does not tell the segments apart: each is compared with all of it.`]
    : [...notices];
}

export function provenance({ baseline }: WithBaseline, side: BaselineSide, cells: Cells): Provenance {
  const { selection, description } = side;
  const range = hullOf(side.windows);
  const facts: Record<string, string | number | null> = {
    source: selection.path ?? selection.index ?? null,
    query: selection.query ?? selection.matchers ?? null,
    from: range === null ? null : new Date(range.from).toISOString(),
    to: range === null ? null : new Date(range.to).toISOString(),
    rows: cells.rows,
    ...side.facts,
  };
  return { kind: baseline.kind, description, facts };
}

export function hullOf(windows: ReadonlyArray<TimeRange | null>): TimeRange | null {
  const timed = windows.filter((window): window is TimeRange => window !== null);
  return timed.length < windows.length || timed.length === 0
    ? null
    : { from: Math.min(...timed.map(({ from }) => from)), to: Math.max(...timed.map(({ to }) => to)) };
}

function distributionsOf(verdict: WindowedVerdict, { bins, minimumCount }: DistributionQuery): FeatureDistributions {
  const { feature, type, segment, baseline, current } = verdict.comparison;
  return { feature, type, segment, shape: sharedShape(baseline, current, bins, minimumCount), verdict };
}
