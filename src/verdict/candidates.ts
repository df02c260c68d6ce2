import { runTest } from '../statistics/runTest';
import { frequencyTable } from '../statistics/categorical/frequencyTable';
import type { Measured } from '../statistics/numeric/wassersteinDistance';
import { shiftInDeviations } from '../statistics/numeric/wassersteinNormed';
import type { TestOptions, TestResult } from '../statistics/TestResult';
import type { TestName } from '../query/testNames';
import type { AssessmentContext } from './AssessmentContext';
import type { Candidate } from './Candidate';
import { sharesAtEdges } from './detectable/detectableAtEdges';
import { detectableNumeric } from './detectable/detectableByTest';
import { detectableMissingRate } from './detectable/detectableMissingRate';
import { detectableTotalVariation } from './detectable/detectableTotalVariation';
import { effectiveAlpha } from './detectable/effectiveAlpha';
import type { Effect } from './effect/Effect';
import { missingRateEffect } from './effect/missingRateEffect';
import { numericEffect } from './effect/numericEffect';
import { totalVariationEffect } from './effect/totalVariationEffect';
import type { Comparison, EffectName } from './Verdict';
import { numberOfValues } from '../distribution/numberOfValues';

/** Runs each test of a comparison once, however often it is asked for. */
export interface Run {
  /** With its p-value. */
  test(name: TestName): TestResult;
  /** Where only its size matters: a p-value that would have to be drawn is left out. */
  distance(name: TestName): TestResult;
  /** The shift of numbers that gates: in standard deviations of the baseline, without a floor. */
  shift(): Measured;
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
  let shift: Measured | undefined;
  return {
    shift: () => (shift ??= shiftInDeviations(baseline, current)),
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
          // The pass that measures the shift finds the largest step on the way, which KS asks for.
          { shift: run.shift(), ks: run.test('ks') },
          { n, m },
          decision.thresholds
        )
      : totalVariationEffect(baseline, current, run.distance('total_variation'), decision.thresholds.totalVariation);
  const smallest = (one: Effect) =>
    enough
      ? detectable(one.name, result.test, comparison, {
          n,
          m,
          alpha,
          power: decision.power,
          isRefined: context.isRefined,
        })
      : null;
  const byDistance = effect.name === 'wasserstein_normed' && result.test === 'ks' ? distanceOf(effect) : null;
  return {
    result,
    // Identical constants have no distribution to test; their distance of zero decides.
    gatingP: certainP(result) ?? (effect.size === 0 ? 1 : null),
    effect,
    enough,
    smallestDetectable: smallest(effect),
    ...(byDistance !== null && { byDistance: { effect: byDistance, smallestDetectable: smallest(byDistance) } }),
  };
}

/** The KS distance beside the shift that is shown, as an effect of its own. */
function distanceOf(shown: Effect): Effect | null {
  const gate = shown.gates.find(({ effect }) => effect === 'ks');
  return gate === undefined
    ? null
    : { ...shown, name: 'ks', size: gate.size, expected: gate.expected, threshold: gate.threshold };
}

interface Sample {
  readonly n: number;
  readonly m: number;
  readonly alpha: number;
  readonly power: number;
  readonly isRefined: boolean;
}

/** In units of the effect: the smallest one that the test that decides finds with the power asked for. */
function detectable(
  effect: EffectName,
  test: TestName,
  { baseline, current }: Comparison,
  { n, m, alpha, power, isRefined }: Sample
): number | null {
  if (effect === 'wasserstein_normed' || effect === 'ks') {
    const edges = effect === 'ks' || isRefined ? null : sharesAtEdges(baseline, current);
    const isClustered = [baseline, current].some((side) => side.kind === 'samples' && side.clustered === true);
    return detectableNumeric(effect, test, n, m, alpha, power, { edges, isClustered });
  }
  // The table that is tested: categories that not both sides count are one column of it.
  const table = frequencyTable(baseline, current);
  return detectableTotalVariation(n, m, 'undefinedReason' in table ? 1 : table.baseline.length, alpha, power);
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
  const absent = baseline.counts.missing + baseline.counts.nan;
  const enough = Math.min(n, m) >= decision.minimumSample;
  return {
    result,
    gatingP: certainP(result) ?? (result.statistic === 0 ? 1 : null),
    effect: missingRateEffect(baseline, current, result, decision.thresholds.missingRate),
    enough,
    smallestDetectable: enough ? detectableMissingRate(n, m, absent / n, alpha, decision.power) : null,
  };
}
