import type { ExplainQuery } from '../../query/explainQuery';
import { distinctNotices } from '../../sources/Notice';
import type { TypedFeature } from '../../sources/Source';
import { summarizeCauses } from '../../verdict/causes/describeCauses';
import { rankCauses } from '../../verdict/causes/rankCauses';
import { compare } from '../compare';
import { sourceOf } from '../connections';
import { describeTime } from '../describeTime';
import type { EvaluateContext } from '../EvaluateContext';
import { evaluateComparison } from '../evaluateComparison';
import { inClusters } from '../inClusters';
import { openBaseline } from '../openBaseline';
import { withOwnTime } from '../ownTime';
import { queryHash } from '../queryHash';
import type { DriftResult, ExplainResult } from '../Result';
import type { Place } from '../settleFeatures';
import { candidateFields, said } from './candidateFields';
import { driftOf, type Target, targetOf } from './driftOf';
import { frozenTarget } from './frozenTarget';
import { ownCauses } from './ownCauses';
import { readSlices } from './readSlices';
import { sliceCauses } from './sliceCauses';

/**
 * Evaluates the drift query, and looks where the drift of one feature in its newest window comes from: each candidate field
 * is counted once on either side.
 */
export async function evaluateExplain(asked: ExplainQuery, context: EvaluateContext): Promise<ExplainResult> {
  const query = withOwnTime(asked, context.connections);
  const drift = await evaluateComparison(driftOf(query), context);
  if (drift.kind !== 'drift') {
    throw new TypeError('A drift query was asked');
  }
  const target = targetOf(query.target, drift.verdicts);
  const result: ExplainResult = {
    ...{ kind: 'explain', queryHash: queryHash(asked), baseline: drift.baseline, warned: drift.warned },
    ...{ verdict: target.verdict, ...target.onset, causes: [], looked: [], notices: drift.notices },
    summary: summarizeCauses(target.verdict, [], [], ''),
  };
  return (target.verdict.severity ?? 0) > 0 ? explained(result, drift, target, query, context) : result;
}

async function explained(
  result: ExplainResult,
  drift: DriftResult,
  target: Target,
  query: ExplainQuery,
  context: EvaluateContext
): Promise<ExplainResult> {
  const { verdict, onset } = target;
  const { window, comparison } = verdict;
  const { signal } = context;
  const current: Place = {
    source: sourceOf(context.connections, query.current.connection, context.access),
    selection: query.current,
  };
  const { side: opened, place: baseline } = await openBaseline(query, [window], context, current);
  const side = { ...opened, minimumCoverage: query.minimumCoverage };
  const written = query.current.features?.find(({ name }) => name === comparison.feature);
  const typed: TypedFeature = { ...written, name: comparison.feature, type: comparison.type };
  const [feature] = inClusters([typed], driftOf(query), [baseline, current]);
  const whole =
    side.whole === undefined ? [] : [`${drift.baseline.description} tells no values apart: no field is looked at.`];
  const { fields, notices } =
    whole.length > 0
      ? { fields: [], notices: whole }
      : await candidateFields({ query, target: feature, current, baseline, window }, { signal });
  const slices = await readSlices(
    {
      ...{ fields, areNamed: query.by !== undefined, target: feature, window, current, baseline, side },
      ...{ frozen: frozenTarget(verdict), minimumCoverage: query.minimumCoverage },
    },
    context
  );
  const windows = { windows: [window], baselineSide: { ...side, windowOf: [0] } };
  const within =
    slices.baseline.set.cells.length + slices.current.set.cells.length === 0
      ? []
      : compare({ ...windows, ...slices, features: [feature], wholeBaseline: false }, driftOf(query), { signal });
  const found = sliceCauses(verdict, within, query, onset);
  const causes = rankCauses([...found.causes, ...ownCauses(target, drift.verdicts, query, side)]);
  const since = onset.since === null ? '' : `${describeTime(onset.since)}${onset.isOrEarlier ? ' or before' : ''}`;
  return {
    ...result,
    warned: drift.warned === true || slices.baseline.set.warned === true || slices.current.set.warned === true,
    causes: causes.slice(0, query.top),
    looked: found.looked,
    summary: summarizeCauses(verdict, causes, found.looked, since),
    notices: distinctNotices([
      ...drift.notices,
      ...notices,
      ...said('Not looked at, since they have too many values', slices.crowded),
      ...said(`Not looked at, since what is counted of ${comparison.feature} can't be added up by`, found.notSummed),
      ...slices.baseline.set.notices,
      ...slices.current.set.notices,
    ]),
  };
}
