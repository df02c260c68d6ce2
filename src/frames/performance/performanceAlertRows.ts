import type {
  ConceptDrift,
  FairnessCompared,
  PerformanceResult,
  SegmentBudget,
  VersionsCompared,
  WindowedPerformance,
} from '../../evaluate/Result';
import { describeBudget, nextStepOfBudget } from '../../verdict/performance/budget/describeBudget';
import { describeVersions, nextStepOfVersions } from '../../verdict/performance/describeVersions';
import { describePerformance } from '../../verdict/performance/describePerformance';
import { describeArrival, labelArrival } from '../../verdict/performance/labelArrival';
import { describeFairness, nextStepOfFairness } from '../../verdict/performance/fairness/describeFairness';
import { nextStepOfPerformance, retrainStep } from '../../verdict/performance/nextStepOfPerformance';
import { abnormalSince } from '../alert/abnormalSince';
import type { AlertRow } from '../alert/AlertRow';
import { sinceDetails } from '../alert/sinceDetails';
import { seriesName } from '../seriesOf';
import { describeConceptDrift } from './describeConceptDrift';
import { performanceScore } from './performanceScore';
import { performanceSegmentLabels } from './performanceSegments';
import { performanceSeries, type PerformanceSeries } from './performanceSeries';

/**
 * A row for each metric that may raise an alarm, and segment, of its newest window whose labels are complete: the windows
 * after it are never judged, and would keep every rule silent. An estimate that is worse before labels come is a warning.
 */
export function performanceAlertRows(result: PerformanceResult): AlertRow[] {
  const { verdicts, baseline, conceptDrift, comparisons, fairness, budgets, impliesLabels } = result;
  const deciding = verdicts.filter(({ gates, objective }) => gates || objective !== null);
  return [
    ...performanceSeries(deciding).map((series) => rowOf(series, baseline.description)),
    ...(impliesLabels ? [] : labelRows(verdicts, baseline.description)),
    ...conceptDrift.map((drift) => rowOfConceptDrift(drift, baseline.description)),
    ...comparisons.map(rowOfVersions),
    ...fairness.map(rowOfFairness),
    ...budgets.map((one) => rowOfBudget(one, baseline.description)),
  ];
}

/** Whether labels come as they usually do, of each segment: told by any metric, since all count the same rows. */
function labelRows(verdicts: PerformanceResult['verdicts'], baseline: string): AlertRow[] {
  if (verdicts.length === 0) {
    return [];
  }
  const [first] = verdicts;
  const ofOne = verdicts.filter(({ metric, ofClass }) => metric === first.metric && ofClass === first.ofClass);
  return performanceSeries(ofOne).flatMap(({ segment, verdicts: all }): AlertRow[] => {
    const mature = all.filter(({ matureAt, window }) => matureAt === null && window !== null);
    const arrival = labelArrival(mature);
    const newest = mature.at(-1)?.window;
    const feature = 'labels';
    return arrival.severity === null || !newest
      ? []
      : [
          {
            name: seriesName({ feature, segment }),
            labels: { feature, ...performanceSegmentLabels(segment) },
            severity: arrival.severity,
            score: arrival.share === null || !arrival.usual ? null : Math.max(0, 1 - arrival.share / arrival.usual),
            since: null,
            details: {
              verdict: arrival.severity === 0 ? 'as_usual' : 'labels_overdue',
              reason: describeArrival(arrival),
              next_step:
                arrival.severity === 0
                  ? ''
                  : 'Check the job that writes labels, and the key that labels and predictions share.',
              baseline,
              ...sinceDetails({ since: null, isOrEarlier: false }),
              from: String(newest.from),
              to: String(newest.to),
            },
          },
        ];
  });
}

/** Whether labels contradict the scores. */
function rowOfConceptDrift(drift: ConceptDrift, baseline: string): AlertRow {
  const { segment, severity, gap, from, to } = drift;
  const feature = 'concept_drift';
  return {
    name: seriesName({ feature, segment }),
    labels: { feature, ...performanceSegmentLabels(segment) },
    severity,
    score: Math.abs(gap),
    since: null,
    details: {
      verdict: severity === 0 ? 'no_concept_drift' : 'concept_drift',
      reason: describeConceptDrift(drift),
      next_step:
        severity === 0
          ? ''
          : `Compare recent labels with the scores by segment. If the change lasts, ${retrainStep(drift.rows)}.`,
      baseline,
      ...sinceDetails({ since: null, isOrEarlier: false }),
      from: String(from ?? ''),
      to: String(to ?? ''),
    },
  };
}

/** Of two versions: 2 where the new one should be rolled back. */
function rowOfVersions({ segment, metric, old, new: next, verdict, steps }: VersionsCompared): AlertRow {
  const names = { metric, old, new: next };
  const feature = `${metric}: ${next} vs. ${old}`;
  const { difference, threshold } = verdict;
  return {
    name: seriesName({ feature, segment }),
    labels: { feature, ...performanceSegmentLabels(segment) },
    severity: verdict.severity,
    score: difference === null ? null : Math.max(0, -difference / threshold),
    since: null,
    details: {
      verdict: verdict.verdict,
      reason: describeVersions(verdict, names),
      next_step: nextStepOfVersions(verdict, names),
      baseline: old,
      ...sinceDetails({ since: null, isOrEarlier: false }),
      from: String(steps.at(0)?.time ?? ''),
      to: String(steps.at(-1)?.time ?? ''),
    },
  };
}

/** Of a group against the reference: 2 where it is treated differently, by more than what is accepted. */
function rowOfFairness(compared: FairnessCompared): AlertRow {
  const { segment, field, group, measure, reference, value, from, to, severity, verdict } = compared;
  const groups = { ...segment, [field]: group };
  // 1 reaches the limit; the middle of a ratio is 1.
  const middle = measure === 'disparate_impact' ? 1 : 0;
  return {
    name: seriesName({ feature: measure, segment: groups }),
    labels: { feature: measure, ...performanceSegmentLabels(groups) },
    severity,
    score: value === null ? null : (value - middle) / ((value < middle ? from : to) - middle),
    since: null,
    details: {
      verdict,
      reason: describeFairness(compared, field),
      next_step: nextStepOfFairness(compared),
      baseline: `${field} ${reference}`,
      ...sinceDetails({ since: null, isOrEarlier: false }),
      from: '',
      to: '',
    },
  };
}

/** Of an error budget: 2 where it burns fast, 1 where it burns slowly. */
function rowOfBudget({ segment, budget }: SegmentBudget, baseline: string): AlertRow {
  const { metric, severity, fast, slow } = budget;
  const feature = `error_budget: ${metric}`;
  const burn = severity === 2 ? fast : slow;
  return {
    name: seriesName({ feature, segment }),
    labels: { feature, ...performanceSegmentLabels(segment) },
    severity,
    score: burn.long.rate === null ? null : burn.long.rate / burn.threshold,
    since: null,
    details: {
      verdict: severity === null ? 'insufficient_data' : BURNS[severity],
      reason: describeBudget(budget),
      next_step: nextStepOfBudget(budget),
      baseline,
      ...sinceDetails({ since: null, isOrEarlier: false }),
      from: String(burn.long.from),
      to: String(burn.long.to),
    },
  };
}

const BURNS = { 0: 'budget_lasts', 1: 'burns_slowly', 2: 'burns_fast' } as const;

function rowOf(series: PerformanceSeries, baseline: string): AlertRow {
  const mature = series.verdicts.filter(({ matureAt }) => matureAt === null);
  const last = latestOf(series, mature);
  const since = abnormalSince(mature);
  return {
    name: seriesName(series),
    labels: { feature: series.feature, ...performanceSegmentLabels(series.segment) },
    severity: last.severity,
    score: performanceScore(last),
    since: since.since,
    details: {
      verdict: last.verdict,
      reason: describePerformance(last),
      next_step: nextStepOfPerformance(last),
      baseline,
      ...sinceDetails(since),
      from: String(last.window?.from ?? ''),
      to: String(last.window?.to ?? ''),
    },
  };
}

/** The newest window that is judged; a younger one whose estimate warns comes before one that is not worse. */
function latestOf({ verdicts }: PerformanceSeries, mature: readonly WindowedPerformance[]): WindowedPerformance {
  const newest = mature.at(-1);
  const estimated = verdicts.findLast(({ matureAt, severity }) => matureAt !== null && severity === 1);
  if (newest === undefined) {
    return estimated ?? verdicts[verdicts.length - 1];
  }
  return estimated !== undefined && (newest.severity ?? 0) === 0 ? estimated : newest;
}
