import type { Categories } from '../distribution/Distribution';
import type { TestName } from '../query/testNames';
import type { TestResult } from '../statistics/TestResult';
import type { Assessment } from './Assessment';
import type { AssessmentContext } from './AssessmentContext';
import { AUTO_TESTS } from './autoTests';
import { missingRateCandidate, runner, valueCandidate } from './candidates';
import type { Candidate } from './Candidate';
import { doubled, missingRateGates } from './gatingTests';
import { assessNumbers } from './assessNumbers';
import { categoryShareEffect } from './effect/categoryShareEffect';
import { judgeCategories, type JudgedCategory } from './effect/categoryFindings';
import type { Comparison } from './Verdict';
import { numberOfValues } from '../distribution/numberOfValues';

const MOST_FINDINGS = 20;

/** Under `auto` these inform by their size; the test beside them has the p-value. */
const MEASURES: ReadonlySet<TestName> = new Set<TestName>(['total_variation']);

/** The policy's own choice of tests: the values' test and the missing rate gate together. */
export function assessAuto(comparison: Comparison, context: AssessmentContext): Assessment {
  const { type, baseline, current } = comparison;
  if (type === 'categorical' && baseline.kind === 'categories' && current.kind === 'categories') {
    return assessCategories(comparison, baseline, current, context);
  }
  if (type === 'numeric' || type === 'text') {
    return assessNumbers(comparison, context);
  }
  const run = runner(comparison, context);
  const names = AUTO_TESTS[type];
  const gatingTests = missingRateGates(comparison) ? 2 : 1;
  const overall = valueCandidate(comparison, run.test(names[0]), run, context, gatingTests);
  const candidates = [
    overall,
    ...rareFlag(comparison, overall),
    ...(gatingTests === 2 ? [missingRateCandidate(comparison, run, context, gatingTests)] : []),
  ];
  return {
    comparison,
    tests: names.map((name) => (MEASURES.has(name) ? run.distance(name) : run.test(name))),
    candidates,
  };
}

/**
 * Of a boolean the value whose share changed by the larger factor: the flag of fraud that goes from 0.2% to 0.5%. It is the
 * same test of the same table, and takes nothing of alpha.
 */
function rareFlag({ baseline, current }: Comparison, overall: Candidate): Candidate[] {
  if (baseline.kind !== 'categories' || current.kind !== 'categories') {
    return [];
  }
  const judged = judgeCategories(baseline, current);
  const category = judged.find(({ large }) => large) ?? judged.find(({ notable }) => notable);
  const effect = categoryShareEffect(category, numberOfValues(baseline), numberOfValues(current));
  return category === undefined ? [] : [{ ...overall, effect, category, smallestDetectable: null }];
}

/**
 * χ² over all categories and, beside it, each category against the rest with Holm over all of them: for the rare one that
 * doubles, is new or vanished. Two looks at the same values: each p is doubled.
 */
function assessCategories(
  comparison: Comparison,
  baseline: Categories,
  current: Categories,
  context: AssessmentContext
): Assessment {
  const run = runner(comparison, context);
  const judged = judgeCategories(baseline, current);
  const gatingTests = missingRateGates(comparison) ? 2 : 1;
  const overall = valueCandidate(comparison, run.test('chi_square'), run, context, 2 * gatingTests);
  const single = singleCategoryCandidate(
    overall,
    judged,
    numberOfValues(baseline),
    numberOfValues(current),
    context.decision.alpha
  );
  return {
    comparison,
    tests: [overall.result, single.result, run.distance('total_variation'), run.test('missing_rate')],
    candidates: [
      doubled(overall),
      doubled(single),
      ...(gatingTests === 2 ? [missingRateCandidate(comparison, run, context, gatingTests)] : []),
    ],
    categories: findings(judged, context.decision.alpha),
  };
}

/** The surest of the categories that surely doubled or halved, else of those that changed half as much, else of all. */
function surest(judged: readonly JudgedCategory[], alpha: number): JudgedCategory | undefined {
  const sure = judged.filter(({ pHolm }) => 2 * pHolm <= alpha);
  return sure.find(({ large }) => large) ?? sure.find(({ notable }) => notable) ?? judged[0];
}

function singleCategoryCandidate(
  overall: Candidate,
  judged: readonly JudgedCategory[],
  n: number,
  m: number,
  alpha: number
): Candidate {
  const category = surest(judged, alpha);
  const effect = categoryShareEffect(category, n, m);
  return {
    ...overall,
    result: singleCategoryResult(category, judged.length),
    effect,
    gatingP: category?.pHolm ?? null,
    smallestDetectable: null,
    category,
  };
}

function singleCategoryResult(category: JudgedCategory | undefined, categories: number): TestResult {
  const pValue = category?.pHolm ?? null;
  return {
    test: 'fisher',
    statistic: category === undefined ? null : Math.abs(category.currentShare - category.baselineShare),
    statisticLow: null,
    statisticHigh: null,
    pValue,
    pValueLow: pValue,
    pValueHigh: pValue,
    method: `exact, one category against the rest, Holm over ${categories}`,
    guarantee: 'exact',
    ...(category === undefined
      ? { undefinedReason: 'There are no categories to compare.' }
      : { details: { category: category.category } }),
  };
}

/** Categories that are findings of their own: surely doubled or halved, new, or vanished. */
function findings(judged: readonly JudgedCategory[], alpha: number): JudgedCategory[] {
  return judged
    .filter(({ change, pHolm, large }) => (large && pHolm <= alpha) || change === 'new' || change === 'vanished')
    .slice(0, MOST_FINDINGS);
}
