import type { DriftResult, WindowedVerdict } from '../../evaluate/Result';
import { describeReason } from '../../verdict/describeReason';
import { compareByImportance } from '../compareByImportance';
import type { DriftRow } from './DriftRow';

/** The rows of a drift result, what matters most first; with `detail` a row for every test, the deciding one first. */
export function driftRows(result: DriftResult, detail: boolean): DriftRow[] {
  return [...result.verdicts].sort(compareByImportance).flatMap((verdict) => rowsOf(verdict, detail));
}

function rowsOf(verdict: WindowedVerdict, detail: boolean): DriftRow[] {
  const reason = describeReason(verdict);
  const deciding = verdict.tests.filter(({ test }) => test === verdict.deciding).slice(0, 1);
  const others = verdict.tests.filter((result) => !deciding.includes(result));
  return (detail ? [...deciding, ...others] : deciding).map((result) => {
    const decides = result === deciding[0];
    return {
      time: verdict.window?.from ?? null,
      time_end: verdict.window?.to ?? null,
      feature: verdict.comparison.feature,
      type: verdict.comparison.type,
      segment: verdict.comparison.segment,
      test: result.test,
      statistic: result.statistic,
      statistic_low: result.statisticLow,
      statistic_high: result.statisticHigh,
      p_value: result.pValue,
      p_value_low: result.pValueLow,
      p_value_high: result.pValueHigh,
      p_adjusted: decides ? verdict.pAdjusted : null,
      effect: verdict.effect,
      effect_size: verdict.effectSize,
      effect_expected: verdict.effectExpected,
      threshold: verdict.threshold,
      n_baseline: verdict.comparison.baseline.counts.total,
      n_current: verdict.comparison.current.counts.total,
      smallest_detectable: verdict.smallestDetectable,
      ...evidence(verdict, decides),
      verdict: verdict.verdict,
      severity: verdict.severity,
      reason,
      deciding: decides,
      method: detail ? result.method : null,
    };
  });
}

/** The evidence belongs to the deciding test. */
function evidence({ overTime }: WindowedVerdict, decides: boolean): Partial<DriftRow> {
  if (overTime === undefined) {
    return {};
  }
  const { score, limit, usual } = overTime;
  return decides
    ? { score, score_limit: limit, score_usual_low: usual?.low ?? null, score_usual_high: usual?.high ?? null }
    : { score: null, score_limit: null, score_usual_low: null, score_usual_high: null };
}

/** Whether windows are held against past ones. */
export function isOverTime({ verdicts }: DriftResult): boolean {
  return verdicts.some(({ overTime }) => overTime !== undefined);
}
