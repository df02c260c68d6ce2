import { numberOfValues } from '../distribution/numberOfValues';
import type { TestResult } from '../statistics/TestResult';
import type { Assessment } from './Assessment';
import type { AssessmentContext } from './AssessmentContext';
import type { Candidate } from './Candidate';
import { missingRateCandidate, runner, valueCandidate } from './candidates';
import { shiftResult } from './effect/shiftResult';
import { type JudgedValue, judgeValues } from './effect/valueFindings';
import { valueShareEffect } from './effect/valueShareEffect';
import { doubled, missingRateGates } from './gatingTests';
import type { Comparison } from './Verdict';

/**
 * KS over all values and, beside it, each number that many rows share against all others with Holm over these: KS is
 * nearly blind to a change of one. Where there is such a number the values are looked at twice, so that each p is doubled.
 */
export function assessNumbers(comparison: Comparison, context: AssessmentContext): Assessment {
  const { baseline, current, minimumCount } = comparison;
  const run = runner(comparison, context);
  const judged = judgeValues(baseline, current, minimumCount);
  const ofMissing = missingRateGates(comparison) ? 2 : 1;
  const looks = judged.length > 0 ? 2 : 1;
  const shift = run.shift();
  const overall = valueCandidate(comparison, run.test('ks'), run, context, ofMissing * looks);
  const value = surest(judged, context.decision.alpha);
  const single = value === undefined ? null : valueCandidateOf(value, overall, judged.length, comparison);
  return {
    comparison,
    tests: [
      overall.result,
      ...(single === null ? [] : [single.result]),
      shiftResult(shift, baseline, current),
      run.test('missing_rate'),
    ],
    candidates: [
      ...(single === null ? [overall] : [doubled(overall), doubled(single)]),
      ...(ofMissing === 2 ? [missingRateCandidate(comparison, run, context, ofMissing)] : []),
    ],
  };
}

/** The surest of the values that surely doubled or halved, else of those that changed half as much, else of all. */
function surest(judged: readonly JudgedValue[], alpha: number): JudgedValue | undefined {
  const sure = judged.filter(({ pHolm }) => 2 * pHolm <= alpha);
  return sure.find(({ large }) => large) ?? sure.find(({ notable }) => notable) ?? judged[0];
}

function valueCandidateOf(
  value: JudgedValue,
  overall: Candidate,
  values: number,
  { baseline, current }: Comparison
): Candidate {
  return {
    ...overall,
    result: resultOf(value, values),
    effect: valueShareEffect(value, numberOfValues(baseline), numberOfValues(current)),
    gatingP: value.pHolm,
    smallestDetectable: null,
    value,
  };
}

function resultOf({ value, baselineShare, currentShare, pHolm }: JudgedValue, values: number): TestResult {
  return {
    test: 'fisher',
    statistic: Math.abs(currentShare - baselineShare),
    statisticLow: null,
    statisticHigh: null,
    pValue: pHolm,
    pValueLow: pHolm,
    pValueHigh: pHolm,
    method: `exact, one value against all others, Holm over ${values}`,
    guarantee: 'exact',
    details: { value },
  };
}
