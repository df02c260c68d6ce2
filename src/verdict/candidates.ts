import { runTest } from '../statistics/runTest';
import type { TestOptions, TestResult } from '../statistics/TestResult';
import type { TestName } from '../query/testNames';
import type { AssessmentContext } from './AssessmentContext';
import type { Candidate } from './Candidate';
import { detectableKs, detectableMeanShift } from './detectable/detectableNumeric';
import { detectableMissingRate } from './detectable/detectableMissingRate';
import { detectableTotalVariation } from './detectable/detectableTotalVariation';
import { effectiveAlpha } from './detectable/effectiveAlpha';
import type { Effect } from './effect/Effect';
import { missingRateEffect } from './effect/missingRateEffect';
import { numericEffect } from './effect/numericEffect';
import { totalVariationEffect } from './effect/totalVariationEffect';
import type { Comparison } from './Verdict';
import { numberOfValues } from '../distribution/numberOfValues';

/** Runs each test of a comparison once, however often it is asked for. */
export interface Run {
  /** With its p-value. */
  test(name: TestName): TestResult;
  /** Where only its size matters: a p-value that would have to be drawn is left out. */
  distance(name: TestName): TestResult;
}

export function runner(
  { type, baseline, current }: Comparison,
  { testOptions, distanceOptions }: AssessmentContext
): Run {
  const done = new Map<TestName, TestResult>();
  const distances = new Map<TestName, TestResult>();
  const once = (memory: Map<TestName, TestResult>, name: TestName, options: TestOptions) => {
    let result = memory.get(name);
    if (result === undefined) {
      result = runTest(name, type, baseline, current, options);
      memory.set(name, result);
    }
    return result;
  };
  return {
    test: (name) => once(done, name, testOptions),
    distance: (name) => done.get(name) ?? once(distances, name, distanceOptions),
  };
}

/** p of the certain (smallest) statistic. */
export function certainP(result: TestResult): number | null {
  return result.pValueHigh ?? result.pValue;
}

/** A candidate for a test of the feature's values, with the effect of the feature's type. */
export function valueCandidate(
  comparison: Comparison,
  result: TestResult,
  run: Run,
  context: AssessmentContext,
  gatingTests: number
): Candidate {
  const { baseline, current, type } = comparison;
  const { decision } = context;
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  const alpha = effectiveAlpha(decision.alpha, decision.correction, context.comparisons, gatingTests);
  const enough = Math.min(n, m) >= decision.minimumSample;
  const effect =
    type === 'numeric' || type === 'text'
      ? numericEffect(
          baseline,
          current,
          { ks: () => run.test('ks'), wassersteinNormed: run.distance('wasserstein_normed') },
          { n, m },
          decision.thresholds
        )
      : totalVariationEffect(baseline, current, run.distance('total_variation'), decision.thresholds.totalVariation);
  return {
    result,
    // Identical constants have no distribution to test; their distance of zero decides.
    gatingP: certainP(result) ?? (effect.size === 0 ? 1 : null),
    effect,
    enough,
    smallestDetectable: enough ? detectable(effect, comparison, n, m, alpha, decision.power) : null,
  };
}

function detectable(
  effect: Effect,
  comparison: Comparison,
  n: number,
  m: number,
  alpha: number,
  power: number
): number | null {
  switch (effect.name) {
    case 'wasserstein_normed':
      return detectableMeanShift(n, m, alpha, power);
    case 'ks':
      return detectableKs(n, m, alpha, power);
    default:
      return detectableTotalVariation(n, m, categoryCount(comparison), alpha, power);
  }
}

function categoryCount({ baseline, current }: Comparison): number {
  const names = new Set<string>();
  let rest = 0;
  for (const side of [baseline, current]) {
    if (side.kind === 'categories') {
      for (const name of side.byCategory.keys()) {
        names.add(name);
      }
      rest = side.rest > 0 ? 1 : rest;
    }
  }
  return names.size + rest;
}

/** The candidate for the share of missing values: it needs rows, not values. */
export function missingRateCandidate(
  comparison: Comparison,
  run: Run,
  context: AssessmentContext,
  gatingTests: number
): Candidate {
  const { baseline, current } = comparison;
  const { decision } = context;
  const result = run.test('missing_rate');
  const [n, m] = [baseline.counts.total, current.counts.total];
  const alpha = effectiveAlpha(decision.alpha, decision.correction, context.comparisons, gatingTests);
  const absent = baseline.counts.missing + baseline.counts.nan + current.counts.missing + current.counts.nan;
  const enough = Math.min(n, m) >= decision.minimumSample;
  return {
    result,
    gatingP: certainP(result) ?? (result.statistic === 0 ? 1 : null),
    effect: missingRateEffect(baseline, current, result, decision.thresholds.missingRate),
    enough,
    smallestDetectable: enough ? detectableMissingRate(n, m, absent / (n + m), alpha, decision.power) : null,
  };
}
