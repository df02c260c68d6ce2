import type { Outcomes } from '../../../outcomes/Outcomes';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import {
  CLASS_METRICS,
  ERROR_METRICS,
  ERROR_QUANTILES,
  FORECAST_METRICS,
  isLoss,
  type PerformanceMetric,
} from '../../../query/performanceMetric';
import { logitInterval } from '../intervals/logitInterval';
import { Z95 } from '../intervals/level';
import { measurePerformance, metricPoint } from '../measurePerformance';
import type { MetricRoles } from '../MetricRoles';
import { boundedMetric, type Range, undefinedMetric } from '../metricValues';
import type { MetricValue } from '../MetricValue';
import { type Expected, expectedOutcomes } from './expectedOutcomes';
import { whyThresholdIsNotThePrediction } from './thresholdIsPrediction';

const OF_CLASSES: readonly PerformanceMetric[] = CLASS_METRICS;

const OF_ERRORS: ReadonlySet<string> = new Set([
  ...ERROR_METRICS,
  ...FORECAST_METRICS,
  ...Object.keys(ERROR_QUANTILES),
]);

/**
 * What a metric is expected to be for all rows, before their labels come, from a mature baseline's calibration of the
 * score. Metrics of classes take a score of the threshold or more as a prediction, and are undefined where that is not what
 * was predicted. Its interval holds both what the labels may turn out to be and what is not known of the calibration, not
 * concept drift, which no estimate can see.
 *
 * @param baseline outcomes whose labels are complete
 * @param known of these outcomes what several metrics share, which it fills; let go of it with them
 */
export function estimateMetric(
  metric: PerformanceMetric,
  baseline: Outcomes,
  current: Outcomes,
  roles: MetricRoles,
  ofClass?: string,
  known: KnownExpectations = new Map()
): MetricValue {
  const own = rolesOfClass(roles, ofClass);
  const isOfErrors = OF_ERRORS.has(metric);
  const [before, now] = [baseline, current].map(({ scores }) =>
    own.score === undefined ? null : scores?.get(own.score)
  );
  if (isOfErrors || !before || !now) {
    const reason = isOfErrors
      ? 'errors of numbers can’t be estimated from scores'
      : 'there is no score to estimate it from';
    return undefinedMetric(reason);
  }
  const expected = expectedOnce(before, now, own, known);
  if (typeof expected === 'string') {
    return undefinedMetric(expected);
  }
  const isOfClasses = OF_CLASSES.includes(metric);
  const mismatch = isOfClasses ? whyThresholdIsNotThePrediction(current, now, roles) : null;
  if (mismatch !== null) {
    return undefinedMetric(mismatch);
  }
  const byThreshold = { ...own, predicts: false };
  const measured = measurePerformance(metric, expected.outcomes, byThreshold);
  if (measured.value === null || measured.boundLow === null || measured.boundHigh === null) {
    return measured;
  }
  const bounds = [measured.boundLow, measured.boundHigh] as const;
  const error = standardError(metric, expected, byThreshold);
  return boundedMetric(bounds, expected.outcomes.rows, error === null ? null : around(metric, bounds, error));
}

/** What all metrics of the same scores share: it takes as long as the baseline has different scores. */
export type KnownExpectations = Map<ScoreTable, { baseline: ScoreTable; key: string; expected: Expected | string }>;

function expectedOnce(
  baseline: ScoreTable,
  current: ScoreTable,
  roles: MetricRoles,
  known: KnownExpectations
): Expected | string {
  const key = JSON.stringify([roles.positive, roles.score, roles.threshold]);
  const last = known.get(current);
  if (last !== undefined && last.baseline === baseline && last.key === key) {
    return last.expected;
  }
  const expected = expectedOutcomes(baseline, current, roles);
  known.set(current, { baseline, key, expected });
  return expected;
}

function rolesOfClass(roles: MetricRoles, ofClass?: string): MetricRoles {
  if (ofClass === undefined || ofClass === roles.positive) {
    return roles;
  }
  return { ...roles, positive: ofClass, score: roles.classScores?.get(ofClass), classScores: undefined };
}

function around(metric: PerformanceMetric, [low, high]: Range, error: number): Range {
  const isShare = !isLoss(metric) && !['mcc', 'gini', 'prediction_bias', 'business_value'].includes(metric);
  const [from, to] = [low, high].map((value) => isShare && logitInterval(value, error));
  const plain: Range = [low - Z95 * error, high + Z95 * error];
  return from && to ? [from[0], to[1]] : isLoss(metric) ? [Math.max(0, plain[0]), plain[1]] : plain;
}

/**
 * Delta method: Σ (∂metric/∂k_b)²·c_b(1 − c_b)(n_b + n_b²/m_b) over buckets, k_b being the positives of bucket b; the first
 * part are the labels to come, the second the calibration. Derivatives are differences of the metric over one entry a bucket.
 */
function standardError(
  metric: PerformanceMetric,
  { rows, baselineRows, shares, scores }: Expected,
  roles: MetricRoles
): number | null {
  const filled = Array.from(rows, (_, b) => b).filter((b) => rows[b] > 0);
  const lower = Float64Array.from(filled, (b) => scores[b]);
  const [n, c] = [rows, shares].map((values) => Float64Array.from(filled, (b) => values[b]));
  const expected = n.map((count, i) => count * c[i]);
  const others = n.map((count, i) => count - expected[i]);
  const byClass = new Map([
    [roles.positive ?? '', { counts: expected }],
    [`not ${roles.positive}`, { counts: others }],
  ]);
  const total = n.reduce((sum, count) => sum + count, 0);
  const scoreTable = new Map([[roles.score ?? '', { lower, upper: lower, byClass }]]);
  // In place: thousands of tables of many scores would lie about else.
  const at = (i: number, positives: number) => {
    const before = expected[i];
    [expected[i], others[i]] = [positives, n[i] - positives];
    const point = metricPoint(metric, { rows: total, labelled: total, scores: scoreTable }, roles);
    [expected[i], others[i]] = [before, n[i] - before];
    return point;
  };
  const isOfClasses = OF_CLASSES.includes(metric);
  const bySide = new Map<boolean, number>();
  let variance = 0;
  for (let i = 0; i < filled.length; i++) {
    const isAbove = lower[i] >= roles.threshold;
    const slope = (isOfClasses ? bySide.get(isAbove) : undefined) ?? slopeAt(i);
    if (slope === null) {
      return null;
    }
    // Metrics of classes know the side of the threshold alone.
    bySide.set(isAbove, slope);
    const m = Math.max(1, baselineRows[filled[i]]);
    // No share is known to be 0 or 1: half a row of each class is added.
    const share = (c[i] * m + 0.5) / (m + 1);
    variance += slope ** 2 * share * (1 - share) * (n[i] + n[i] ** 2 / m);
  }
  return Math.sqrt(variance);

  function slopeAt(i: number): number | null {
    const step = 0.01 * n[i];
    const [down, up] = [Math.max(0, expected[i] - step), Math.min(n[i], expected[i] + step)];
    const [high, low] = [at(i, up), at(i, down)];
    return high === null || low === null ? null : (high - low) / (up - down);
  }
}
