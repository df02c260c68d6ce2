import type { ExplainQuery } from '../../query/explainQuery';
import type { PlanDescription, Unsupported } from '../../sources/Source';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { type Explanation, explainQuery } from '../explainQuery';
import { openBaseline } from '../openBaseline';
import { withOwnTime } from '../ownTime';
import { currentWindows } from '../windows/currentWindows';
import { candidateFields } from './candidateFields';

/** Beside its counts, a store tells which fields there are, and which documents have no time. */
const BESIDE = 2;

/** What a query would ask of its stores, for the editor's preview: the drift query, and once for each candidate field. */
export async function explainCauses(asked: ExplainQuery, context: EvaluateContext): Promise<Explanation> {
  const query = withOwnTime(asked, context.connections);
  const drift = await explainQuery(query, context);
  const { range, now, connections, access, signal } = context;
  const current = { source: sourceOf(connections, query.current.connection, access), selection: query.current };
  const bounds =
    range === null && query.window !== 'range' ? await current.source.timeBounds(query.current, { signal }) : null;
  const window = currentWindows(query, range, now, bounds).at(-1) ?? null;
  const { side, place: baseline } = await openBaseline(query, [window], context, current);
  // Labels are those of a metric; of rows every field may be looked at as long as no feature is named.
  const name = query.target ?? (current.source.segmentNames === undefined ? '' : (drift.features[0]?.name ?? ''));
  const listed = query.current.features?.find((feature) => feature.name === name);
  const target = { ...listed, name, type: 'numeric' as const };
  const { fields } =
    side.whole === undefined
      ? await candidateFields({ query, target, current, baseline, window, isPlan: true }, { signal })
      : { fields: [] };
  const more = (plan: PlanDescription | Unsupported, isStore: boolean) =>
    'unsupported' in plan || fields.length === 0
      ? plan
      : {
          ...plan,
          requests: plan.requests + fields.length * (1 + (isStore ? BESIDE : 0)),
          steps: [
            ...plan.steps,
            `where ${query.target ?? 'the feature that drifted most'} drifts: once for each of at most ${fields.length} fields, its distribution by ${fields.join(', ')}`,
          ],
        };
  return {
    ...drift,
    plans: {
      baseline: more(drift.plans.baseline, baseline.source.takesEdges === true),
      current: more(drift.plans.current, current.source.takesEdges === true),
    },
  };
}
