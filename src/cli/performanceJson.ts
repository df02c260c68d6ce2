import { noticeText, type PerformanceResult } from '../evaluate/Result';
import { describeConceptDrift } from '../frames/performance/describeConceptDrift';
import { performanceRows } from '../frames/performance/performanceRows';
import { performanceSegmentColumn } from '../frames/performance/performanceSegments';
import { describeFairness } from '../verdict/performance/fairness/describeFairness';
import { describeBudget } from '../verdict/performance/budget/describeBudget';
import type { Burn, Spending } from '../verdict/performance/budget/ErrorBudget';
import { describeVersions, nextStepOfVersions } from '../verdict/performance/describeVersions';
import { describeDrop } from '../verdict/performance/describeDrop';
import { isoTime } from './isoTime';

type Json = Record<string, unknown>;

/** A performance result as one object: an element of `results` for each row, with the performance table's columns as keys. */
export function performanceJson(result: PerformanceResult): Json {
  const { queryHash, baseline, notices, asOf, details, explanations, conceptDrift, comparisons } = result;
  const { fairness, budgets, delays } = result;
  const results = performanceRows(result).map(({ time, time_end, mature_at, segment, ...row }) => ({
    ...row,
    ...Object.fromEntries(Object.entries(segment).map(([name, value]) => [performanceSegmentColumn(name), value])),
    time: isoTime(time),
    time_end: isoTime(time_end),
    mature_at: isoTime(mature_at),
  }));
  return {
    results,
    comparisons: comparisons.map(({ metric, old, new: next, verdict, steps, segment }) => {
      const names = { metric, old, new: next };
      const { old: oldValue, new: newValue, ...rest } = verdict;
      return {
        ...{ segment, ...names, ...rest, old_value: oldValue, new_value: newValue },
        reason: describeVersions(verdict, names),
        next_step: nextStepOfVersions(verdict, names),
        steps: steps.map(({ time, ...step }) => ({ time: isoTime(time), ...step })),
      };
    }),
    fairness: fairness.map(({ referenceRows, from, to, undefined: _, ...one }) => ({
      ...one,
      ...{ reference_rows: referenceRows, limit_low: from, limit_high: to },
      reason: describeFairness({ ...one, referenceRows, from, to, undefined: _ }, one.field),
    })),
    concept_drift: conceptDrift.map(({ pValue, pAdjusted, ...drift }) => ({
      ...drift,
      p_value: pValue,
      p_adjusted: pAdjusted,
      reason: describeConceptDrift({ ...drift, pValue, pAdjusted }),
    })),
    budgets: budgets.map(({ segment, budget: { metric, objective, spent, severity, whole, fast, slow } }) => ({
      ...{ segment, metric, objective, severity, spent, period: spending(whole) },
      ...{ fast: burn(fast), slow: burn(slow) },
      reason: describeBudget({ metric, objective, spent, severity, whole, fast, slow }),
    })),
    explanations: explanations.map((one) => ({ ...one, reason: describeDrop(one) })),
    details,
    delays,
    as_of: isoTime(asOf),
    baseline,
    query_hash: queryHash,
    notices: notices.map(noticeText),
  };
}

function spending({ from, to, ...figures }: Spending): Json {
  return { from: isoTime(from), to: isoTime(to), ...figures };
}

function burn({ threshold, long, short, isBurning }: Burn): Json {
  return { threshold, is_burning: isBurning, long: spending(long), short: spending(short) };
}
