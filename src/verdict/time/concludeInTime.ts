import type { TestName } from '../../query/testNames';
import { undefinedResult } from '../../statistics/undefinedResult';
import type { Candidate } from '../Candidate';
import type { Effect } from '../effect/Effect';
import { reasonFacts } from '../reasonFacts';
import type { FeatureVerdict, Reason, Severity, VerdictWord } from '../Verdict';
import type { OverTime } from './OverTime';
import type { SeasonEvidence } from './seasonEvidence';
import { type SeriesStanding, standingOf } from './standingOf';
import type { TimeDecision } from './TimeDecision';
import { timedComparison } from './timedComparison';
import type { TimedFeature } from './TimedFeature';

/**
 * The verdict on one feature in one window. Significant is a score above its limit; large is what the effect gate says at
 * a scale whose score is above it. Of values and missing rate the one that says most decides.
 */
export function concludeInTime(
  feature: TimedFeature,
  index: number,
  window: number,
  evidence: SeasonEvidence,
  decision: TimeDecision
): FeatureVerdict {
  const own = evidence.bySeries.filter(({ series }) => series.index === index);
  const standings = own.map((one) => standingOf(one, window, evidence.stretches, decision));
  const decider = foremost(standings);
  const scale = decider?.scale ?? null;
  const comparison = timedComparison(
    feature,
    own.map(({ series }) => series),
    scale,
    window
  );
  if (decider === undefined) {
    return unjudged(feature, comparison);
  }
  const { code, verdict } = conclusion(decider, decision);
  const candidate = candidateOf(decider);
  const overTime = overTimeOf(decider, evidence, decision);
  return {
    comparison,
    tests: standings.map(({ result }) => result),
    deciding: decider.result.test,
    pAdjusted: decider.p,
    effect: decider.effect.name,
    effectSize: decider.effect.size,
    effectExpected: decider.effect.expected,
    threshold: decider.effect.threshold,
    gates: decider.effect.gates,
    smallestDetectable: decider.smallestDetectable?.size ?? null,
    verdict,
    severity: SEVERITY[verdict],
    reason: {
      code,
      facts: {
        ...reasonFacts(comparison, candidate, decision.decision, code),
        ...categoryFacts(decider),
        ...timeFacts(decider, overTime),
      },
    },
    overTime,
  };
}

const SEVERITY: Readonly<Record<VerdictWord, Severity>> = {
  drift: 2,
  warning: 1,
  no_drift: 0,
  insufficient_data: null,
  inconclusive: null,
  undefined: null,
};

/** Large before notable before significant, then by how far above its limit; the values where nothing stands out. */
function foremost(standings: readonly SeriesStanding[]): SeriesStanding | undefined {
  const rank = ({ isSure, effect }: SeriesStanding) =>
    isSure ? 1 + (effect.notable ? 1 : 0) + (effect.large ? 1 : 0) : 0;
  const above = ({ score, limit }: SeriesStanding) => (score === null || limit === null ? 0 : score / limit);
  const sure = standings.filter(({ isSure }) => isSure);
  const judged = standings.filter(({ lack }) => lack === null);
  return sure.length > 0
    ? sure.reduce((a, b) => (rank(b) > rank(a) || (rank(b) === rank(a) && above(b) > above(a)) ? b : a))
    : (standings.find(({ of }) => of === 'values') ?? judged[0] ?? standings[0]);
}

function conclusion(
  { isSure, effect, lack }: SeriesStanding,
  { decision }: TimeDecision
): { code: Reason['code']; verdict: VerdictWord } {
  if (isSure && effect.large) {
    return { code: 'drift', verdict: 'drift' };
  }
  if (isSure && effect.notable) {
    return { code: 'warning', verdict: 'warning' };
  }
  if (isSure && effect.hidden !== null) {
    return { code: 'hidden_by_buckets', verdict: decision.strict ? 'inconclusive' : 'no_drift' };
  }
  if (isSure) {
    return { code: 'sure_but_small', verdict: 'no_drift' };
  }
  return lack === null ? { code: 'usual', verdict: 'no_drift' } : { code: lack, verdict: 'insufficient_data' };
}

/** What the sentences of other verdicts are made from. */
function candidateOf({ result, p, effect, smallestDetectable }: SeriesStanding): Candidate {
  return { result, gatingP: p, effect, enough: true, smallestDetectable: smallestDetectable?.size ?? null };
}

function overTimeOf(standing: SeriesStanding, evidence: SeasonEvidence, { significance }: TimeDecision): OverTime {
  return {
    significance,
    of: standing.of,
    score: standing.score,
    limit: standing.limit,
    usual: standing.usual,
    scale: standing.scale,
    replayed: standing.replayed,
    seasons: standing.seasons,
    seasonsNeeded: evidence.seasonsNeeded,
    observed: evidence.observed,
    promised: evidence.promised,
  };
}

function categoryFacts({ category }: SeriesStanding): Reason['facts'] {
  return category === undefined
    ? {}
    : {
        category: category.category,
        category_change: category.change,
        category_share_baseline: category.baselineShare,
        category_share_current: category.currentShare,
        category_count_baseline: category.baselineCount,
        category_count_current: category.currentCount,
      };
}

function timeFacts({ smallestDetectable, rows }: SeriesStanding, overTime: OverTime): Reason['facts'] {
  return {
    significance: overTime.significance,
    score: overTime.score,
    score_limit: overTime.limit,
    scale_kind: overTime.scale?.kind ?? null,
    scale_windows: overTime.scale?.length ?? null,
    detectable_windows: smallestDetectable?.windows ?? null,
    rows_together: rows,
    windows_replayed: overTime.replayed,
    seasons_found: overTime.seasons,
    seasons_needed: overTime.seasonsNeeded,
  };
}

/** Nothing of the feature was counted. */
function unjudged({ refusal, type }: TimedFeature, comparison: FeatureVerdict['comparison']): FeatureVerdict {
  const isNumeric = type === 'numeric' || type === 'text';
  const deciding: TestName = isNumeric ? 'wasserstein_normed' : 'total_variation';
  const effect: Effect['name'] = isNumeric ? 'wasserstein_normed' : 'total_variation';
  const problem = refusal ?? 'The values of this feature can not be counted window by window.';
  return {
    comparison,
    // A table has a row for every test: without one the feature would be missing there.
    tests: [undefinedResult(deciding, problem)],
    deciding,
    pAdjusted: null,
    effect,
    effectSize: null,
    effectExpected: null,
    threshold: 0,
    smallestDetectable: null,
    verdict: 'undefined',
    severity: null,
    reason: {
      code: 'undefined',
      facts: { undefined_reason: problem },
    },
  };
}
