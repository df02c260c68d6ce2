import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { horizonSegment } from '../../query/performanceSegments';
import type { TimeRange } from '../../query/time';
import { collectGarbage } from '../../sources/memory/collectGarbage';
import { warning } from '../../sources/Notice';
import type { OutcomesSet } from '../../sources/OutcomesRequest';
import { accuracyIfMissing } from '../../statistics/performance/delay/accuracyIfMissing';
import { judgePerformance } from '../../verdict/performance/judgePerformance';
import type { PerformanceCase, PerformanceSide } from '../../verdict/performance/PerformanceCase';
import { SideMeasures } from '../../verdict/performance/SideMeasures';
import { segmentKey, segmentsOf } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import { queryHash } from '../queryHash';
import { absenceOfRows } from '../requireRows';
import type { PerformanceResult, WindowedPerformance } from '../Result';
import { classesOf } from './classesOf';
import { conceptDrift } from './conceptDrift';
import { contradictedNotices } from './contradictedNotices';
import { detailsOf } from './detailsOf';
import { emptyPerformance } from './emptyPerformance';
import { errorBudgets } from './errorBudgets';
import { estimateOf } from './estimateOf';
import { undecidedReason, withDoubts, withoutInterval } from './doubts';
import { explainDrops } from './explainDrops';
import { fairnessByGroup } from './fairnessByGroup';
import { findingNotices } from './findingNotices';
import { namedMetrics, namedSegments, withoutRareClasses } from './hideSmall';
import { deadlineOf, type Deadline, matureAt } from './maturity';
import { labelDelays } from './labelDelays';
import { matureUntil } from './matureUntil';
import { metricsOf } from './metricsOf';
import { metricRoles } from './metricRoles';
import { naiveNotices } from './naiveNotices';
import { finerEdgesOf, isOpen } from './openScores';
import { OutcomeWindows } from './OutcomeWindows';
import { performanceProvenance } from './performanceProvenance';
import type { JudgedWindow, PerformanceWindows } from './performanceWindows';
import { pooledHorizons } from './pooledHorizons';
import { selectiveNotices } from './selectiveNotices';
import { sidesIn } from './performanceSides';
import { type SettledPerformance, settlePerformance } from './settlePerformance';
import { requireProbabilities } from './requireProbabilities';
import { matureBlocks, versionsSideBySide } from './versionsSideBySide';
import { knownShareOf } from './weightYoung';

/** Counts what became of the predictions of all windows at once, and judges each metric. Throws a BadQuery or a SourceError. */
export async function evaluatePerformance(
  asked: PerformanceQuery,
  context: EvaluateContext
): Promise<PerformanceResult> {
  const settled = await settlePerformance(asked, context);
  let counted = await countBoth(settled.plans, settled, context);
  let result = await judge(settled, asked, context, counted);
  for (let round = 0; round < MOST_ROUNDS && isOpen(result); round++) {
    const edges = finerEdgesOf(counted, result, settled);
    if (edges.size === 0) {
      break;
    }
    counted = await countBoth(settled.between(edges), settled, context);
    result = await judge(settled, asked, context, counted);
  }
  return result;
}

/** Rounds after which what buckets of scores leave open stays so. */
const MOST_ROUNDS = 3;

interface CountedSides {
  readonly current: OutcomeWindows;
  readonly before: OutcomeWindows | null;
}

/** One after the other: both may read the same file, or burden the same store. */
async function countBoth(
  plans: Pick<SettledPerformance['plans'], 'current' | 'before'>,
  { query }: SettledPerformance,
  { signal, last }: EvaluateContext
): Promise<CountedSides> {
  const horizon = horizonSegment(query);
  const windowsOf = (set: OutcomesSet) => new OutcomeWindows(set, pooledHorizons(set.cells, horizon));
  const current = windowsOf(await plans.current.execute({ signal, last }));
  const before = plans.before === null ? null : windowsOf(await plans.before.execute({ signal, last }));
  if (current.rows + (before?.rows ?? 0) >= MANY_ROWS) {
    // The columns of the files.
    collectGarbage();
  }
  return { current, before };
}

async function judge(
  settled: SettledPerformance,
  asked: PerformanceQuery,
  context: EvaluateContext,
  { current, before }: CountedSides
): Promise<PerformanceResult> {
  const { signal } = context;
  const { query, windows, asOf, roles, source } = settled;
  const horizon = horizonSegment(query);
  if (current.rows === 0) {
    const said = await absenceOfRows({ source, selection: query.current }, windows.current, { signal });
    return emptyPerformance(settled, asked, [warning(said), ...current.set.notices], current.set.warned);
  }
  requireProbabilities([current, ...(before === null ? [] : [before])]);
  const all = [current.all, ...(before === null ? [] : [before.all])];
  const classes = classesOf(query, roles, all);
  const learnt = all[all.length - 1].delays ?? all[0].delays;
  const deadline = deadlineOf(query.label, learnt);
  const known = knownShareOf(learnt);
  const metrics = namedMetrics(metricsOf(query, classes.data), all, query.minimumCount);
  const forMetrics = metricRoles(query, classes.data);
  const sets = [current.set, ...(before === null ? [] : [before.set])];
  const every = segmentsOf(sets.map(({ cells }) => cells));
  const { segments, hidden } = namedSegments(
    horizon === undefined
      ? every
      : segmentsOf([current, before].map((one) => [...(one?.set.cells ?? []), ...(one?.pooled ?? [])])),
    [current, ...(before === null ? [] : [before])],
    query.minimumCount
  );
  const sides = sidesIn({ current, before, settled, deadline, known });
  const measured = new Map<PerformanceSide, SideMeasures>();
  const outcomesOf = (side: PerformanceSide) => {
    const measures = measured.get(side) ?? new SideMeasures(side, forMetrics);
    measured.set(side, measures);
    return measures.outcomes;
  };
  let isAnyWeighted = false;
  let judgedRows = 0;
  const seen = new WeakSet<PerformanceSide>();
  const verdicts = windows.of.flatMap((judged) => {
    const weighted = new Set<string>();
    const cases = segments.flatMap((segment) => {
      const side = sides(judged, segment);
      if (side.isWeighted) {
        weighted.add(segmentKey(segment));
        isAnyWeighted = true;
      }
      const estimate = estimateOf(side, forMetrics, outcomesOf);
      const ifMissing =
        side.matureAt === null
          ? null
          : accuracyIfMissing(mergeOutcomes(current.blocks([judged.current], segment).map(({ outcomes }) => outcomes)));
      return metrics.map(({ metric, ofClass, gates }): PerformanceCase => ({
        ...{ metric, ofClass, segment, gates, ...side },
        estimated: estimate(metric, ofClass),
        ifMissing: metric === 'accuracy' && ofClass === undefined ? ifMissing : null,
        objective: query.objective?.[metric] ?? (metric === 'skill' && ofClass === undefined ? LEAST_SKILL : null),
      }));
    });
    const found = judgePerformance(cases, forMetrics, query.decision, measured).map((verdict): WindowedPerformance => ({
      ...withDoubts(
        weighted.has(segmentKey(verdict.segment)) ? withoutInterval(verdict) : verdict,
        undecidedReason({ current, before }, judged, verdict.segment)
      ),
      window: judged.window,
      baselineWindow: baselineOf(judged, windows),
    }));
    judgedRows +=
      letGoOf(cases, measured, seen) + (cases.some(({ estimated }) => estimated !== null) ? OF_ESTIMATES : 0);
    if (judgedRows >= MANY_ROWS) {
      collectGarbage();
      judgedRows = 0;
    }
    return found;
  });
  if (current.rows >= MANY_ROWS) {
    collectGarbage();
  }
  const mature = segments.map((segment) => {
    const { baseline } = sides(newestMature(windows, deadline, asOf), segment);
    return {
      segment,
      current: matureBlocks({ settled, current, segments, deadline }, segment),
      baseline: baseline?.blocks ?? [],
      ...(baseline !== null && { whole: () => outcomesOf(baseline) }),
    };
  });
  const fairness = await fairnessByGroup({ settled, current, segments, deadline }, forMetrics, classes.data, context);
  return {
    kind: 'performance',
    queryHash: queryHash(asked),
    baseline: performanceProvenance(query, windows),
    notices: [
      ...settled.notices,
      ...classes.notices,
      ...(deadline.said === null ? [] : [deadline.said]),
      ...(isAnyWeighted
        ? ['Windows whose labels are not complete show figures in which each label is weighted by its age.']
        : []),
      ...(hidden > 0 ? [`${hidden} segments with fewer than ${query.minimumCount} predictions are not shown.`] : []),
      ...selectiveNotices(current.all),
      ...naiveNotices(current.all),
      ...contradictedNotices(mature, forMetrics, query.minimumCount),
      ...sets.flatMap(({ findings }, i) => findingNotices(findings, [current, before][i]?.rows ?? 0)),
      ...sets.flatMap(({ notices }) => notices),
      ...fairness.notices,
    ],
    warned: sets.some(({ warned }) => warned === true),
    asOf,
    impliesLabels: query.label.implied !== undefined,
    ...(classes.data.positive !== undefined && { positive: classes.data.positive }),
    verdicts,
    details: segments.map((segment) => {
      const shown = newestMature(windows, deadline, asOf);
      const details = detailsOf(segment, shown.window, sides(shown, segment).current.blocks, forMetrics);
      return withoutRareClasses(details, all, query.minimumCount);
    }),
    explanations: explainDrops(
      every,
      sides,
      windows.of.findLast(({ window }) => matureAt(window, deadline, asOf) === null),
      {
        metrics,
        roles: forMetrics,
        minimumCount: query.minimumCount,
      }
    ),
    conceptDrift: conceptDrift(mature, forMetrics, query),
    comparisons: await versionsSideBySide({ settled, current, segments, deadline }, context),
    fairness: fairness.compared,
    budgets: errorBudgets(
      mature.map(({ segment, current: blocks }) => ({ segment, blocks })),
      query,
      forMetrics,
      matureUntil(windows, mature, deadline, asOf)
    ),
    delays: labelDelays(learnt, deadline.age),
  };
}

/** From so many rows on the collector is asked to look at once. */
const MANY_ROWS = 200_000;

/** Estimates leave as much lying about as so many rows. */
const OF_ESTIMATES = 10_000;

/** Nothing else is compared with the current side of a window once it is judged. How many rows were measured for the first time. */
function letGoOf(
  cases: readonly PerformanceCase[],
  measured: Map<PerformanceSide, SideMeasures>,
  seen: WeakSet<PerformanceSide>
): number {
  let rows = 0;
  for (const side of cases.flatMap(({ current, baseline, past }) => [
    current,
    ...(baseline ? [baseline] : []),
    ...past,
  ])) {
    rows += seen.has(side) ? 0 : side.blocks.reduce((sum, { outcomes }) => sum + outcomes.rows, 0);
    seen.add(side);
  }
  cases.forEach(({ current }) => measured.delete(current));
  return rows;
}

/** A model that is worse than a naive forecast is of no use. */
const LEAST_SKILL = 0;

/** The newest window whose labels are complete, else the newest. */
function newestMature({ of }: PerformanceWindows, deadline: Deadline, asOf: number): JudgedWindow {
  return of.findLast(({ window }) => matureAt(window, deadline, asOf) === null) ?? of[of.length - 1];
}

function baselineOf({ baseline }: JudgedWindow, { before }: PerformanceWindows): TimeRange | null {
  const parts = baseline.map((index) => before[index]).filter((one): one is TimeRange => one !== null);
  return parts.length === 0
    ? null
    : { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) };
}

/** What a query would ask of its store, for the editor's preview. */
export async function explainPerformance(asked: PerformanceQuery, context: EvaluateContext) {
  const { query, windows, plans, roles } = await settlePerformance(asked, context);
  const columns = [query.prediction, ...roles.scores, roles.label.field].filter((name) => name !== undefined);
  return {
    windows: windows.of.length,
    baseline: windows.side?.description ?? 'none',
    features: columns.map((name) => ({ name, type: roles.task })),
    plans: {
      baseline: plans.before?.description ?? { requests: 0, summary: 'There is no baseline', steps: [] },
      current: plans.current.description,
    },
  };
}
