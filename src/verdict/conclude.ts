import type { Decision } from '../query/decision';
import type { Assessment } from './Assessment';
import type { Candidate } from './Candidate';
import { reasonFacts } from './reasonFacts';
import type { FeatureVerdict, Reason, Severity, VerdictWord } from './Verdict';
import { numberOfValues } from '../distribution/numberOfValues';

/** A candidate and its p after the correction over the window. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly pAdjusted: number | null;
}

interface Conclusion {
  readonly verdict: VerdictWord;
  readonly code: Reason['code'];
  readonly decider: JudgedCandidate;
}

/** Steps 1 to 5 of the decision policy, for one comparison. */
export function conclude(
  assessment: Assessment,
  judged: readonly JudgedCandidate[],
  decision: Decision
): FeatureVerdict {
  const { verdict, code, decider } = conclusion(assessment, judged, decision);
  const { candidate, pAdjusted } = decider;
  const { effect } = candidate;
  return {
    comparison: assessment.comparison,
    tests: assessment.tests,
    deciding: candidate.result.test,
    pAdjusted,
    effect: effect.name,
    effectSize: effect.size,
    effectExpected: effect.expected,
    threshold: effect.threshold,
    gates: assessment.candidates[0].effect.gates,
    smallestDetectable: candidate.smallestDetectable,
    verdict,
    severity: SEVERITY[verdict],
    reason: { code, facts: reasonFacts(assessment.comparison, candidate, decision, code) },
    ...(assessment.categories === undefined ? {} : { categories: assessment.categories }),
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

function conclusion(assessment: Assessment, judged: readonly JudgedCandidate[], decision: Decision): Conclusion {
  const sure = judged.filter(({ pAdjusted }) => pAdjusted !== null && pAdjusted <= decision.alpha).sort(bySmallestP);
  const large = foremost(sure.filter(({ candidate }) => candidate.effect.large));
  if (large) {
    return { verdict: 'drift', code: 'drift', decider: large };
  }
  const notable = foremost(sure.filter(({ candidate }) => candidate.effect.notable));
  if (notable) {
    return { verdict: 'warning', code: 'warning', decider: notable };
  }
  return withoutAlarm(assessment, judged, sure, decision);
}

/** The surest; a single value only where all values together don't say it: it speaks of them least. */
function foremost(sure: readonly JudgedCandidate[]): JudgedCandidate | undefined {
  return sure.find(({ candidate }) => candidate.value === undefined) ?? sure[0];
}

function withoutAlarm(
  { comparison }: Assessment,
  judged: readonly JudgedCandidate[],
  sure: readonly JudgedCandidate[],
  decision: Decision
): Conclusion {
  const hiding = judged.find(({ candidate }) => couldHide(candidate, decision));
  if (hiding) {
    return { verdict: decision.strict ? 'inconclusive' : 'no_drift', code: 'hidden_by_buckets', decider: hiding };
  }
  const values = judged[0];
  if (!values.candidate.enough) {
    return { verdict: 'insufficient_data', code: shortage(comparison, values.candidate), decider: values };
  }
  if (values.candidate.gatingP === null) {
    return { verdict: 'undefined', code: 'undefined', decider: values };
  }
  if (sure.length > 0) {
    return {
      verdict: 'no_drift',
      code: 'sure_but_small',
      decider: sure.find((judgedTest) => judgedTest === values) ?? sure[0],
    };
  }
  const shown = { ...values, candidate: withoutFarShift(values.candidate) };
  const { smallestDetectable, effect } = shown.candidate;
  return smallestDetectable !== null && smallestDetectable <= decision.detectable * referenceThreshold(effect, decision)
    ? { verdict: 'no_drift', code: 'not_sure', decider: shown }
    : { verdict: 'insufficient_data', code: 'not_detectable', decider: shown };
}

/**
 * A mean distance that is not significant although so large a shift of all values would have been is one of few far values:
 * then the KS distance is shown, which is what the test saw, beside the smallest one that it would have found.
 */
function withoutFarShift(candidate: Candidate): Candidate {
  const { effect, smallestDetectable, byDistance } = candidate;
  const isFar = effect.size !== null && smallestDetectable !== null && effect.size >= smallestDetectable;
  return byDistance !== undefined && isFar ? { ...candidate, ...byDistance, farShift: effect.size } : candidate;
}

/** Whether buckets could hold a drift: a large effect, and also one that is sure at the lower bound of its p-value. */
function couldHide({ enough, effect, result }: Candidate, { alpha }: Decision): boolean {
  const least = result.pValueLow ?? result.pValue;
  return enough && effect.hidden !== null && (least === null || least <= alpha);
}

/** The power rule counts in thresholds of the distance, also where a single category would have decided. */
function referenceThreshold(effect: Candidate['effect'], decision: Decision): number {
  return effect.name === 'category_share' || effect.name === 'value_share'
    ? decision.thresholds.totalVariation
    : effect.threshold;
}

function shortage({ baseline, current }: Assessment['comparison'], { result }: Candidate): Reason['code'] {
  const count = result.test === 'missing_rate' ? (side: typeof baseline) => side.counts.total : numberOfValues;
  if (count(baseline) === 0) {
    return 'baseline_empty';
  }
  return count(current) === 0 ? 'current_empty' : 'minimum_sample';
}

function bySmallestP(a: JudgedCandidate, b: JudgedCandidate): number {
  return (a.pAdjusted ?? 1) - (b.pAdjusted ?? 1);
}
