import type { ComparisonQuery } from '../query/query';
import type { PlanDescription, Unsupported } from '../sources/Source';
import type { WithBaseline } from './baselineOf';
import { withOwnTime } from './ownTime';
import { sourceOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import { openBaseline } from './openBaseline';
import { settleFeatures } from './settleFeatures';
import { currentWindows } from './windows/currentWindows';
import { writtenIn } from './writtenIn';

export interface Explanation {
  readonly windows: number;
  /** Where the baseline comes from, in words. */
  readonly baseline: string;
  readonly features: ReadonlyArray<{ readonly name: string; readonly type: string }>;
  /** What will be asked of the store; or why it can't be made to count. */
  readonly plans: {
    readonly baseline: PlanDescription | Unsupported;
    readonly current: PlanDescription | Unsupported;
  };
}

/** What a query would ask of its sources, for the editor's preview. Types are found out, distributions are not made. */
export async function explainQuery(
  asked: WithBaseline & Pick<ComparisonQuery, 'window' | 'delay' | 'segmentBy'>,
  context: EvaluateContext
): Promise<Explanation> {
  const { range, now, connections, access, signal } = context;
  const query = withOwnTime(asked, connections);
  const current = { source: sourceOf(connections, query.current.connection, access), selection: query.current };
  const bounds =
    range === null && query.window !== 'range' ? await current.source.timeBounds(query.current, { signal }) : null;
  const windows = currentWindows(query, range, now, bounds);
  const { side, place: baseline } = await openBaseline(query, windows, context);
  const { features } = await settleFeatures(baseline, current, query.segmentBy, null, { signal });
  const plan = async (place: typeof current, asked: typeof windows) => {
    const { selection } = place;
    const request = { selection, features: writtenIn(selection, features), windows: asked, segmentBy: query.segmentBy };
    const made = place.source.plan(request);
    return 'unsupported' in made ? made : (place.source.explain?.(request, { signal }) ?? made.description);
  };
  return {
    windows: windows.length,
    baseline: side.description,
    features: features.map(({ name, type }) => ({ name, type })),
    plans: {
      baseline: await plan(baseline, [...(side.parts?.windows ?? side.windows)]),
      current: await plan(current, windows),
    },
  };
}
