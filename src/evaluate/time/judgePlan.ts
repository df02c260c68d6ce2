import { type Timeline, UNUSED } from '../../statistics/time/Timeline';
import { timelineOf } from '../../statistics/time/timelineOf';
import { decideInTime, type TimeJudge } from '../../verdict/time/decideInTime';
import type { TimeDecision } from '../../verdict/time/TimeDecision';
import type { FeatureVerdict } from '../../verdict/Verdict';
import { withoutVerdict } from '../decideOrRefuse';
import { describeTime } from '../describeTime';
import { hullOf } from '../evaluateComparison';
import type { Exclusion } from '../exclusions/Exclusions';
import type { WindowedVerdict } from '../Result';
import { startOn } from '../windows/gridOf';
import type { FeatureSeries } from './FeatureSeries';
import { attemptFor, availableFrom, historyBegins } from './history';
import { anchorOf, describeMark, isGeneral } from './marksOver';
import { type Attempt, readRange, type TimePlan } from './TimePlan';

interface Judging {
  readonly plan: TimePlan;
  /** Of judged windows on a holiday, those of earlier years that have rows. */
  readonly earlierYears?: ReadonlyMap<number, readonly number[]>;
  readonly series: readonly FeatureSeries[];
  readonly decision: TimeDecision;
}

export interface JudgedPlan {
  readonly verdicts: readonly WindowedVerdict[];
  readonly rows: { readonly baseline: number; readonly current: number };
}

/**
 * The verdicts of a plan's judged windows: all features and segments of a window together share its limits. Those that were
 * accepted as normal from different times on have histories of different length: each group has limits of its own, and an
 * equal share of the promise.
 */
export function judgePlan({ plan, series, decision, earlierYears = new Map() }: Judging): JudgedPlan {
  const groups = groupsOf(plan, series);
  const own = shareOf(decision, groups.length);
  const judges = groups.map((indices) => {
    const judge = groupJudge({ plan, series: indices.map((i) => series[i]), decision: own, earlierYears });
    return { indices, judge };
  });
  const verdicts = plan.judged.flatMap((window) => {
    const byIndex = new Map(
      judges.flatMap(({ indices, judge }) => judge(window).map((verdict, i) => [indices[i], verdict] as const))
    );
    return series.flatMap((_, i) => byIndex.get(i) ?? []);
  });
  return { verdicts, rows: rowsOf(plan, series) };
}

/** Indices of series by the anchor of their own. */
function groupsOf({ marks }: TimePlan, series: readonly FeatureSeries[]): number[][] {
  const anchors = marks.filter((mark) => !isGeneral(mark));
  const groups = new Map<number | null, number[]>();
  series.forEach(({ timed }, i) => {
    const anchor = anchorOf(anchors, timed)?.from ?? null;
    groups.set(anchor, [...(groups.get(anchor) ?? []), i]);
  });
  return [...groups.values()];
}

function shareOf(decision: TimeDecision, groups: number): TimeDecision {
  return groups <= 1
    ? decision
    : {
        ...decision,
        falseAlarmEvery: decision.falseAlarmEvery * groups,
        decision: { ...decision.decision, alpha: decision.decision.alpha / groups },
      };
}

function groupJudge({ plan, series, decision, earlierYears = new Map() }: Judging) {
  const begins = historyBegins(plan, series);
  const judges = new Map<Attempt, TimeJudge>();
  const features = series.map(({ timed }) => timed);
  const judgeBy = (attempt: Attempt) => {
    const known =
      judges.get(attempt) ?? decideInTime(features, againstEarlierYears(timelineBy(attempt), earlierYears), decision);
    judges.set(attempt, known);
    return known;
  };
  return (window: number): WindowedVerdict[] => {
    const attempt = attemptFor(plan, window, begins);
    const remark = attempt === null ? lacking(plan, window, begins) : remarkOf(plan, attempt);
    return judgeBy(attempt ?? plan.attempts[0])(window).map((verdict, i): WindowedVerdict => {
      const undecided = series[i].cells[window]?.undecided;
      const { range, exclusion } = plan.windows[window];
      const excludedBy = series[i].excludedBy[window];
      const remarks = [holidayRemark(exclusion, earlierYears.get(window)), remark];
      const own =
        excludedBy !== undefined
          ? withoutVerdict(verdict, notJudged(excludedBy))
          : undecided !== undefined
            ? withoutVerdict(verdict, undecided)
            : accepted(withRemarks(verdict, remarks), plan, begins);
      return { ...own, window: range, baselineWindow: baselineWindowOf(plan, attempt ?? plan.attempts[0], window) };
    });
  };
}

/** From the first window that limits or references come from to the end of the last one before the season. */
function baselineWindowOf(plan: TimePlan, { grid, places, needed }: Attempt, window: number) {
  if (needed > 0) {
    const season = places.season[window];
    return { from: startOn(grid, season - needed), to: startOn(grid, season) };
  }
  return hullOf(plan.calibration.map((index) => readRange(plan.windows[index])));
}

const LACKS_HISTORY: ReadonlySet<string> = new Set(['not_calibrated', 'no_reference']);

function timelineBy({ timeline, places, references, seasons }: Attempt): Timeline {
  return timeline ?? timelineOf(places, references, seasons);
}

/** A holiday that is stored of earlier years is compared with those, as many as a window has references. */
function againstEarlierYears(timeline: Timeline, earlierYears: ReadonlyMap<number, readonly number[]>): Timeline {
  if (earlierYears.size === 0) {
    return timeline;
  }
  const { referencesPerWindow } = timeline;
  const references = timeline.references.slice();
  earlierYears.forEach((years, window) => {
    const first = window * referencesPerWindow;
    references.fill(UNUSED, first, first + referencesPerWindow);
    references.set(years.slice(0, referencesPerWindow), first);
  });
  return { ...timeline, references };
}

function notJudged({ why, holiday }: Exclusion): string {
  const missing = holiday === undefined ? '' : ', and no earlier year of it is stored';
  return `Not judged: ${why}${missing}.`;
}

function holidayRemark(exclusion: Exclusion | undefined, years: readonly number[] = []): string | null {
  if (exclusion?.holiday === undefined || years.length === 0) {
    return null;
  }
  const { name, calendar } = exclusion.holiday.holiday;
  const past = years.length === 1 ? 'one earlier year' : `${years.length} earlier years`;
  return `Compared with the same holiday of ${past}: ${name} (calendar ${calendar}).`;
}

/**
 * A state that was accepted as normal is no alarm, although there is no verdict on it yet: severity 0, so that a rule
 * comes to rest. Of a baseline that stays as it is there will be no verdict either, which a rule must not take for good news.
 */
function accepted(verdict: FeatureVerdict, plan: TimePlan, begins: number | null): FeatureVerdict {
  const anchor = anchorOf(plan.marks, verdict.comparison);
  if (anchor === undefined || !LACKS_HISTORY.has(verdict.reason.code)) {
    return verdict;
  }
  const why = `Nothing earlier is used: ${describeMark(anchor)}.`;
  return plan.attempts[0].needed > 0
    ? { ...withRemarks(verdict, [why]), severity: begins === null ? null : 0 }
    : withRemarks(verdict, [why, 'The baseline is older: choose a newer one.']);
}

function withRemarks(verdict: FeatureVerdict, remarks: ReadonlyArray<string | null>): FeatureVerdict {
  const { facts } = verdict.reason;
  const all = [facts.remark, ...remarks].filter((remark) => typeof remark === 'string');
  return all.length === 0
    ? verdict
    : { ...verdict, reason: { ...verdict.reason, facts: { ...facts, remark: all.join(' ') } } };
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

/** Rows of the calibration and of the judged windows, over all segments. Undecided and excluded windows count as data. */
function rowsOf({ calibration, judged }: TimePlan, series: readonly FeatureSeries[]): JudgedPlan['rows'] {
  const [first] = series;
  const bySegment = series.filter(({ timed }) => timed.feature === first.timed.feature);
  const over = (windows: readonly number[]) =>
    bySegment.reduce((sum, { cells }) => sum + windows.reduce((all, i) => all + rowsIn(cells[i]), 0), 0);
  const excluded = bySegment.some(({ excludedBy }) => judged.some((i) => excludedBy[i] !== undefined)) ? 1 : 0;
  return { baseline: over(calibration), current: over(judged) + excluded };
}

function rowsIn(cell: FeatureSeries['cells'][number]): number {
  return cell?.undecided === undefined ? (cell?.distribution.counts.total ?? 0) : 1;
}
