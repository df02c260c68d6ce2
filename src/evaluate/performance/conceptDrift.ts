import type { ScoreTable } from '../../outcomes/ScoreTable';
import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { adjust } from '../../statistics/corrections/adjust';
import { gapOfDays, gapOfRows } from '../../statistics/performance/estimate/conceptGap';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { normalQuantile } from '../../statistics/special/normalQuantile';
import { studentQuantile } from '../../statistics/special/studentQuantile';
import type { Segment } from '../cells';
import type { ConceptDrift } from '../Result';
import type { Block } from './OutcomeWindows';

/** Days of the present that are compared: more would hide a change among older days. */
const NEWEST_DAYS = 28;

interface Sides {
  readonly segment: Segment;
  /** Blocks whose labels are complete, by time. */
  readonly current: readonly Block[];
  readonly baseline: readonly Block[];
}

/**
 * Whether labels contradict what scores and the baseline's calibration lead one to expect, in each segment: by days, since
 * rows of a day depend on each other, or by rows where the query says that they don't. Segments for which it can't be told
 * are left out.
 */
export function conceptDrift(
  sides: readonly Sides[],
  roles: MetricRoles,
  { decision, current: { timeField } }: Pick<PerformanceQuery, 'decision' | 'current'>
): ConceptDrift[] {
  const { alpha, significance, thresholds } = decision;
  const found = sides.flatMap(({ segment, current, baseline }) => {
    const newest = current.slice(-NEWEST_DAYS);
    const gap =
      significance === 'iid'
        ? ofRows(baseline, newest, roles)
        : gapOfDays(tablesOf(baseline, roles), tablesOf(newest, roles), roles);
    return gap === null || newest.length === 0
      ? []
      : [{ segment, gap, from: newest[0].block, to: newest[newest.length - 1].block }];
  });
  const adjusted = adjust(
    found.map(({ gap }) => gap.pValue),
    'bh'
  );
  return found.map(({ segment, gap, from, to }, i) => {
    const pAdjusted = adjusted[i] ?? 1;
    const isSignificant = pAdjusted <= alpha;
    const quantile = gap.degrees === Infinity ? -normalQuantile(alpha / 2) : studentQuantile(alpha, gap.degrees);
    const reach = quantile * gap.standardError;
    return {
      segment,
      from: timeField === undefined ? null : from,
      to: timeField === undefined ? null : to,
      gap: gap.gap,
      low: gap.gap - reach,
      high: gap.gap + reach,
      pValue: gap.pValue,
      pAdjusted,
      rows: gap.rows,
      severity: !isSignificant ? 0 : Math.abs(gap.gap) >= thresholds.drop ? 2 : 1,
    };
  });
}

function ofRows(baseline: readonly Block[], current: readonly Block[], roles: MetricRoles) {
  const [before, now] = [baseline, current].map((blocks) => mergeOutcomes(blocks.map(({ outcomes }) => outcomes)));
  const [past, present] = [before, now].map(({ scores }) =>
    roles.score === undefined ? undefined : scores?.get(roles.score)
  );
  return past === undefined || present === undefined ? null : gapOfRows(past, present, roles);
}

function tablesOf(blocks: readonly Block[], { score }: MetricRoles): ScoreTable[] {
  return blocks.flatMap(({ outcomes }) => {
    const table = score === undefined ? undefined : outcomes.scores?.get(score);
    return table === undefined ? [] : [table];
  });
}
