import type { ChangeQuery } from '../../query/changeQuery';
import { driftDecisionSchema } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import type { TimeRange } from '../../query/time';
import type { EffectName } from '../../verdict/Verdict';
import { segmentKey } from '../cells';
import type { EvaluateContext } from '../EvaluateContext';
import { evaluateComparison } from '../evaluateComparison';
import { withExclusions } from '../exclusions/withExclusions';
import type { DriftResult, WindowedVerdict } from '../Result';
import type { NumberSeries } from './ChangeSeries';
import type { SeriesSet } from './measureSeries';

export interface DriftSeries extends SeriesSet {
  readonly baseline: DriftResult['baseline'];
}

/** The drift query that a change query asks for, in the windows of the latter. */
export function driftQueryOf({ of, ...query }: ChangeQuery & { of: NonNullable<ChangeQuery['of']> }): DriftQuery {
  const { current, segmentBy, window, timezone, delay, minimumCoverage, partial, version } = query;
  return {
    ...{ version, segmentBy, window, timezone, delay, minimumCoverage, partial },
    ...of,
    decision: driftDecisionSchema.parse(of.decision),
    // That of the drift query, where it has one.
    current,
    // A window without rows is a gap, not an error.
    format: 'alert',
    alertValue: 'severity',
    detail: false,
  };
}

/** The effect of each feature in each window and segment, in its own measure. */
export async function driftSeries(
  query: ChangeQuery & { of: NonNullable<ChangeQuery['of']> },
  windows: readonly TimeRange[],
  context: EvaluateContext
): Promise<DriftSeries> {
  const range = { from: windows[0].from, to: windows[windows.length - 1].to };
  const asked = await withExclusions(driftQueryOf(query), { ...context, range });
  const result = await evaluateComparison(asked.query, { ...context, range });
  const verdicts = result.kind === 'drift' ? result.verdicts : [];
  const groups = new Map<string, WindowedVerdict[]>();
  for (const verdict of verdicts) {
    const { feature, segment } = verdict.comparison;
    const key = `${feature}\0${segmentKey(segment)}`;
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  const series = [...groups.values()].map((group): NumberSeries => {
    const { feature, segment } = group[0].comparison;
    const name = effectNameOf(group);
    const at = new Map(group.map((verdict) => [verdict.window?.from, sizeOf(verdict, name)]));
    const values = windows.map(({ from }) => at.get(from) ?? null);
    return { feature, figure: name, segment, values, together: 1 };
  });
  return { series, notices: [...asked.notices, ...result.notices], warned: result.warned, baseline: result.baseline };
}

/** One measure for all windows, though another decides in some: the first that any window has a size of. */
function effectNameOf(group: readonly WindowedVerdict[]): EffectName {
  const gates = group.flatMap((verdict) => verdict.gates ?? []);
  return gates.find(({ size }) => size !== null)?.effect ?? group[0].effect;
}

function sizeOf({ gates = [], effect, effectSize }: WindowedVerdict, name: EffectName): number | null {
  return gates.find((gate) => gate.effect === name)?.size ?? (effect === name ? effectSize : null);
}
