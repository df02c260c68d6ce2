import type { DriftQuery } from '../../query/driftQuery';
import type { TimeRange } from '../../query/time';
import type { FrozenShape, PlanDescription, RequestOptions, TypedFeature, Unsupported } from '../../sources/Source';
import { describeTime } from '../describeTime';
import type { EvaluateContext } from '../EvaluateContext';
import type { Explanation } from '../explainQuery';
import { withOwnTime } from '../ownTime';
import type { Place } from '../settleFeatures';
import { startOn } from '../windows/gridOf';
import { writtenIn } from '../writtenIn';
import { attemptFor } from './history';
import { type OpenedInTime, openInTime } from './openInTime';
import { readRange, type TimePlan } from './TimePlan';

const MS_A_DAY = 86_400_000;
/** As many edges, or categories, as windows are counted in. */
const USUAL = 21;

/** What a query over time would ask of its sources, and how much of the past that it needs is there. Nothing is counted. */
export async function explainInTime(asked: DriftQuery, context: EvaluateContext): Promise<Explanation> {
  const query = withOwnTime(asked, context.connections);
  const opened = await openInTime(query, context);
  const { plans, side, features, places } = opened;
  const options = { signal: context.signal };
  const newest = plans[plans.length - 1];
  const history = await historyOf(opened, newest, options);
  const [baseline, current] = await Promise.all(
    (['baseline', 'current'] as const).map((name) =>
      planOf(places[name], rangesOf(plans, name), opened, query, options)
    )
  );
  const past = plans.length === 1 ? '' : `, ${plans.length} times, once for each judged season`;
  return {
    windows: plans.reduce((sum, { judged }) => sum + judged.length, 0),
    baseline: side.description,
    features: features.map(({ name, type }) => ({ name, type })),
    plans: {
      baseline: withSteps(baseline, [
        `windows that limits are learned from: ${count(newest.windows.length - newest.judged.length)}${past}, kept once they have settled`,
        ...history,
      ]),
      current,
    },
  };
}

function withSteps(plan: PlanDescription | Unsupported, steps: readonly string[]): PlanDescription | Unsupported {
  return 'unsupported' in plan ? plan : { ...plan, steps: [...steps, ...plan.steps] };
}

function rangesOf(plans: readonly TimePlan[], side: 'baseline' | 'current'): Array<TimeRange | null> {
  const all = plans.flatMap(({ windows }) => windows.filter((window) => window.side === side));
  return [...new Map(all.map(readRange).map((range) => [range?.from, range])).values()];
}

async function planOf(
  { source, selection }: Place,
  windows: ReadonlyArray<TimeRange | null>,
  { features }: OpenedInTime,
  { segmentBy }: DriftQuery,
  options: RequestOptions
): Promise<PlanDescription | Unsupported> {
  const frozen = source.takesEdges === true ? usualShapes(features) : undefined;
  const request = { selection, features: writtenIn(selection, features), windows, segmentBy, frozen };
  const made = source.plan(request);
  return 'unsupported' in made ? made : ((await source.explain?.(request, options)) ?? made.description);
}

function usualShapes(features: readonly TypedFeature[]): ReadonlyMap<string, FrozenShape> {
  return new Map(
    features.map(({ name, type }): [string, FrozenShape] => [
      name,
      type === 'numeric'
        ? { kind: 'edges', edges: Float64Array.from({ length: USUAL }, (_, i) => i) }
        : { kind: 'categories', categories: Array.from({ length: USUAL }, (_, i) => String(i)) },
    ])
  );
}

/** How much history is asked for, how much there is, and what follows. */
async function historyOf(
  { places: { baseline }, features }: OpenedInTime,
  plan: TimePlan,
  options: RequestOptions
): Promise<string[]> {
  const [{ grid, places, needed }] = plan.attempts;
  if (needed === 0) {
    return [];
  }
  const last = plan.judged[plan.judged.length - 1];
  const from = startOn(grid, places.season[last] - needed);
  const range = { from, to: plan.windows[last].range.to };
  const { source, selection } = baseline;
  const begins =
    source.begins === undefined
      ? ((await source.timeBounds(selection, options))?.from ?? null)
      : await source.begins({ selection, features: writtenIn(selection, features), range }, options);
  const wanted = `history since ${describeTime(from)} UTC is asked for (${count(Math.ceil((range.to - from) / MS_A_DAY))} days)`;
  if (begins === null) {
    return [`${wanted}; where it begins in the store is not known before it is counted`];
  }
  const own = attemptFor(plan, last, begins);
  if (own === plan.attempts[0]) {
    return [`${wanted}, and is there`];
  }
  return [`${wanted}, and begins ${describeTime(begins)}: ${consequence(own)}${keptBy(source.begins !== undefined)}`];
}

function consequence(attempt: ReturnType<typeof attemptFor>): string {
  return attempt === null
    ? 'too little for a verdict'
    : attempt.name === 'short'
      ? `limits come from ${attempt.seasons} seasons`
      : `limits come from ${attempt.seasons} days, so that weekends count as variation`;
}

/** Of a store that deletes what is old, how to keep more. */
function keptBy(isPrometheus: boolean): string {
  return isPrometheus
    ? '. Prometheus keeps as much as --storage.tsdb.retention.time says, 15d where it is not set'
    : '';
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
