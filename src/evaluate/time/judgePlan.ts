import { timelineOf } from '../../statistics/time/timelineOf';
import { decideInTime, type TimeJudge } from '../../verdict/time/decideInTime';
import type { TimeDecision } from '../../verdict/time/TimeDecision';
import type { FeatureVerdict } from '../../verdict/Verdict';
import { withoutVerdict } from '../decideOrRefuse';
import { describeTime } from '../describeTime';
import { hullOf } from '../evaluateComparison';
import type { WindowedVerdict } from '../Result';
import { startOn } from '../windows/gridOf';
import type { FeatureSeries } from './FeatureSeries';
import { attemptFor, availableFrom, historyBegins } from './history';
import { type Attempt, readRange, type TimePlan } from './TimePlan';

interface Judging {
  readonly plan: TimePlan;
  readonly series: readonly FeatureSeries[];
  readonly decision: TimeDecision;
}

export interface JudgedPlan {
  readonly verdicts: readonly WindowedVerdict[];
  readonly rows: { readonly baseline: number; readonly current: number };
}

const EXCLUDED = 'This window touches a stretch that "baseline.exclude" names: it is not judged.';

/** The verdicts of a plan's judged windows: all features and segments of a window together share its limits. */
export function judgePlan({ plan, series, decision }: Judging): JudgedPlan {
  const begins = historyBegins(plan, series);
  const judges = new Map<Attempt, TimeJudge>();
  const features = series.map(({ timed }) => timed);
  const judgeBy = (attempt: Attempt) => {
    const known =
      judges.get(attempt) ??
      decideInTime(features, attempt.timeline ?? timelineOf(attempt.places, attempt.references, attempt.seasons), decision);
    judges.set(attempt, known);
    return known;
  };
  const verdicts = plan.judged.flatMap((window) => {
    const attempt = attemptFor(plan, window, begins);
    const remark = attempt === null ? lacking(plan, window, begins) : remarkOf(plan, attempt);
    return judgeBy(attempt ?? plan.attempts[0])(window).map((verdict, i): WindowedVerdict => {
      const undecided = series[i].cells[window]?.undecided;
      const { range, isExcluded } = plan.windows[window];
      const own = isExcluded
        ? withoutVerdict(verdict, EXCLUDED)
        : undecided !== undefined
          ? withoutVerdict(verdict, undecided)
          : withRemark(verdict, remark);
      return { ...own, window: range, baselineWindow: baselineWindowOf(plan, attempt ?? plan.attempts[0], window) };
    });
  });
  return { verdicts, rows: rowsOf(plan, series) };
}

/** From the first window that limits or references come from to the end of the last one before the season. */
function baselineWindowOf(plan: TimePlan, { grid, places, needed }: Attempt, window: number) {
  if (needed > 0) {
    const season = places.season[window];
    return { from: startOn(grid, season - needed), to: startOn(grid, season) };
  }
  return hullOf(plan.calibration.map((index) => readRange(plan.windows[index])));
}

function withRemark(verdict: FeatureVerdict, remark: string | null): FeatureVerdict {
  return remark === null
    ? verdict
    : { ...verdict, reason: { ...verdict.reason, facts: { ...verdict.reason.facts, remark } } };
}

/** What a shorter history means for the verdict; null where there is as much as was asked for. */
function remarkOf({ attempts }: TimePlan, attempt: Attempt): string | null {
  const [{ needed }] = attempts;
  switch (attempt.name) {
    case 'asked':
      return null;
    case 'short':
      return `There are fewer than the ${needed} seasons of history asked for: limits come from ${attempt.seasons} seasons, and each window is compared with the season before it.`;
    case 'daily':
      return `There are fewer than ${attempts[1].needed} seasons of history: limits come from the last ${attempt.seasons} days, so that differences between weekdays and weekends count as variation.`;
  }
}

function lacking(plan: TimePlan, window: number, begins: number | null): string | null {
  const from = begins === null ? null : availableFrom(plan, begins);
  if (from === null) {
    return null;
  }
  const [{ grid, places, needed }] = plan.attempts;
  const wanted = startOn(grid, places.season[window] - needed);
  return `History begins ${describeTime(begins ?? 0)}; since ${describeTime(wanted)} is asked for. Windows from ${describeTime(from)} UTC on can be judged.`;
}

/** Rows of the calibration and of the judged windows, over all segments. Undecided windows count as data. */
function rowsOf({ calibration, judged }: TimePlan, series: readonly FeatureSeries[]): JudgedPlan['rows'] {
  const [first] = series;
  const bySegment = series.filter(({ timed }) => timed.feature === first.timed.feature);
  const over = (windows: readonly number[]) =>
    bySegment.reduce((sum, { cells }) => sum + windows.reduce((all, i) => all + rowsIn(cells[i]), 0), 0);
  return { baseline: over(calibration), current: over(judged) };
}

function rowsIn(cell: FeatureSeries['cells'][number]): number {
  return cell?.undecided === undefined ? (cell?.distribution.counts.total ?? 0) : 1;
}
