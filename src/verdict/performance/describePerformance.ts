import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import { apart, number, percent } from '../figures';
import { moment } from '../quality/inWords';
import { isRelative } from './dropOf';
import { dropValue, METRIC_WORDS, metricValue } from './metricWords';
import type { PerformanceVerdict } from './PerformanceVerdict';

/** The verdict on a metric in one to four plain sentences, with the numbers behind it. */
export function describePerformance(verdict: PerformanceVerdict): string {
  const shownOnly = verdict.gates ? '' : 'This metric is shown only and decides nothing.';
  return [SENTENCES[verdict.reason.code](verdict), labels(verdict), estimate(verdict), shownOnly]
    .filter((part) => part !== '')
    .join(' ');
}

type Code = PerformanceVerdict['reason']['code'];

const SENTENCES: Readonly<Record<Code, (verdict: PerformanceVerdict) => string>> = {
  worse: (verdict) => `${name(verdict)} is worse: ${change(verdict)} ${evidence(verdict)}`,
  small: (verdict) =>
    verdict.verdict === 'warning'
      ? `${name(verdict)} has ${grows(verdict.metric) ? 'grown' : 'dropped'}, by less than the threshold: ${change(verdict)} ${evidence(verdict)}`
      : `${name(verdict)}: significant but small ${way(verdict)}. ${capital(change(verdict))} ${evidence(verdict)}`,
  better: (verdict) => `${name(verdict)} has improved: ${change(verdict)} ${evidence(verdict)}`,
  not_significant: (verdict) =>
    `${name(verdict)} is not worse: ${change(verdict)} ${evidence(verdict)} ${power(verdict)}`,
  not_detectable: (verdict) =>
    `Not enough data: ${inSentence(verdict)} ${change(verdict)} ${way(verdict, true)} of ${size(verdict, verdict.threshold)} would not be detected reliably; smallest detectable ${way(verdict)} with 80% power: ${size(verdict, verdict.reason.facts.detectable)}.`,
  objective_missed: (verdict) =>
    `${name(verdict)} misses its objective of ${metricValue(verdict.metric, verdict.objective)}: ${now(verdict)}.`,
  objective_met: (verdict) =>
    `${name(verdict)} meets its objective of ${metricValue(verdict.metric, verdict.objective)}: ${now(verdict)}.`,
  objective_open: (verdict) =>
    verdict.current.low === null
      ? `Not enough data: nothing tells how far chance moves ${METRIC_WORDS[verdict.metric]} (${now(verdict)}, objective ${metricValue(verdict.metric, verdict.objective)}).`
      : `Not enough data: ${now(verdict)} includes the objective of ${metricValue(verdict.metric, verdict.objective)}.`,
  estimated_worse: (verdict) =>
    `${name(verdict)} is probably worse: estimated ${metricValue(verdict.metric, verdict.reason.facts.estimated)}, baseline ${metricValue(verdict.metric, verdict.baseline?.value)}. This is an estimate from scores: labels don't decide yet.`,
  labels_pending: (verdict) =>
    `Labels pending: ${number(verdict.reason.facts.labelled)} of ${number(verdict.reason.facts.rows)} rows (${percent(verdict.reason.facts.share_labelled)}) have labels. They are complete from ${moment(verdict.reason.facts.mature_at)}; until then there is no verdict${verdict.current.value === null ? '' : ` (so far ${metricValue(verdict.metric, verdict.current.value)})`}.${ifMissing(verdict)}`,
  minimum_sample: (verdict) =>
    `Not enough data: ${number(verdict.reason.facts.n_baseline)} baseline, ${number(verdict.reason.facts.n_current)} current rows count for ${METRIC_WORDS[verdict.metric]}; ${number(verdict.reason.facts.minimum_sample)} required on each side.`,
  few_past: ({ reason: { facts } }) =>
    `Not enough data: ${number(facts.days)} current and ${number(facts.days_baseline)} baseline days have labels; ${number(facts.days_required)} on each side are required, or ${number(facts.past_required)} past windows (there ${facts.past === 1 ? 'is' : 'are'} ${number(facts.past)}).`,
  few_days: (verdict) =>
    `Not enough data: ${METRIC_WORDS[verdict.metric]} isn't defined without one of its days, so the spread of days is unknown.`,
  no_baseline: (verdict) => `No baseline and no objective to compare with: ${now(verdict)}.`,
  baseline_empty: (verdict) => `The baseline has no labels, so there is nothing to compare with: ${now(verdict)}.`,
  hidden_by_buckets: (verdict) =>
    `Inconclusive: ${inSentence(verdict)} ${change(verdict)} Buckets of scores could hide ${way(verdict, true).toLowerCase()} of up to ${size(verdict, verdict.reason.facts.hidden)} (threshold ${size(verdict, verdict.threshold)}).`,
  undefined: (verdict) =>
    typeof verdict.reason.facts.reason === 'string'
      ? verdict.reason.facts.reason
      : verdict.reason.facts.undefined_reason === null
        ? `The change of ${METRIC_WORDS[verdict.metric]} isn't defined: the baseline is 0, or its errors don't vary.`
        : `${name(verdict)} isn't defined: ${verdict.reason.facts.undefined_reason}.`,
};

function name(verdict: PerformanceVerdict): string {
  return capital(inSentence(verdict));
}

function inSentence({ metric, ofClass, segment }: PerformanceVerdict): string {
  const of = ofClass === undefined ? '' : ` of ${ofClass}`;
  const where = Object.entries(segment).map(([field, value]) => `${field} ${value}`);
  return `${METRIC_WORDS[metric]}${of}${where.length > 0 ? ` for ${where.join(', ')}` : ''}`;
}

function change(verdict: PerformanceVerdict): string {
  const { metric, baseline, current, dropLow, dropHigh, drop } = verdict;
  const [was, is] = apart([baseline?.value, current.value], (value, digits) => metricValue(metric, value, digits));
  const isBetter = drop !== null && drop < 0;
  const [by, low, high] = isBetter ? [drop, dropHigh, dropLow].map(negated) : [drop, dropLow, dropHigh];
  const word = !isBetter ? way(verdict) : grows(metric) ? 'decrease' : 'gain';
  return `${was} → ${is} (${word} ${size(verdict, by)}, 95% interval ${bare(verdict, low)} to ${bare(verdict, high)}).`;
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

function evidence(verdict: PerformanceVerdict): string {
  const { dropExpected, threshold, pAdjusted, test, reason } = verdict;
  const p = pAdjusted === null ? '' : `, adjusted p ${pAdjusted < 0.001 ? '< 0.001' : number(pAdjusted)}`;
  return `Expected by chance ${size(verdict, dropExpected)}, threshold ${size(verdict, threshold)}${p}${BY[test ?? ''] === undefined ? '' : `, ${BY[test ?? ''](reason.facts)}`}.`;
}

const BY: Readonly<Record<string, (facts: PerformanceVerdict['reason']['facts']) => string>> = {
  jackknife_by_day: (facts) => `${number(facts.days_baseline)} baseline and ${number(facts.days)} current days`,
  past_windows: (facts) => `against ${number(facts.past)} past windows`,
  two_proportions: () => 'rows taken as independent',
  delong: () => 'rows taken as independent',
  welch: () => 'rows taken as independent',
};

function power(verdict: PerformanceVerdict): string {
  const { facts } = verdict.reason;
  return typeof facts.detectable === 'number' && facts.detectable <= verdict.threshold
    ? `${way(verdict, true)} of ${size(verdict, facts.detectable)} or more would be detected with 80% power.`
    : `${way(verdict, true)} of ${size(verdict, verdict.threshold)} lies outside the interval.`;
}

function now({ metric, current, reason: { facts } }: PerformanceVerdict): string {
  const interval =
    current.low === null || current.high === null
      ? ''
      : ` (95% interval ${metricValue(metric, current.low)} to ${metricValue(metric, current.high)}${facts.interval_of === 'rows' ? ', rows taken as independent' : ''})`;
  return `current ${METRIC_WORDS[metric]} ${metricValue(metric, current.value)}${interval}`;
}

/** How many labels a verdict rests on. */
function labels({ reason: { code, facts } }: PerformanceVerdict): string {
  return code === 'labels_pending' || facts.rows === 0
    ? ''
    : `${number(facts.labelled)} of ${number(facts.rows)} rows have labels.`;
}

function estimate({ metric, baseline, estimated, reason: { code, facts } }: PerformanceVerdict): string {
  if (code !== 'labels_pending' || estimated === null || estimated.value === null) {
    return '';
  }
  const interval =
    estimated.low === null || estimated.high === null
      ? ''
      : ` (95% interval ${metricValue(metric, estimated.low)} to ${metricValue(metric, estimated.high)})`;
  const against =
    facts.estimated_worse === 1 ? `, much worse than the baseline (${metricValue(metric, baseline?.value)})` : '';
  return `Estimated from scores: ${metricValue(metric, estimated.value)}${interval}${against}.`;
}

function size({ metric }: PerformanceVerdict, value: number | string | null | undefined): string {
  return dropValue(metric, isRelative(metric), value);
}

/** Without the unit, which stands before. */
function bare(verdict: PerformanceVerdict, value: number | null): string {
  return size(verdict, value).replace(/ (percentage points|SD of the errors)$/, '');
}

/** Whether worse is more of it: of a loss, or farther from 0. */
function grows(metric: PerformanceMetric): boolean {
  return isLoss(metric) || isSigned(metric);
}

/** What worse is called: a loss increases, other metrics drop. */
function way({ metric }: PerformanceVerdict, isFirst = false): string {
  const word = grows(metric) ? 'increase' : 'drop';
  return isFirst ? `${grows(metric) ? 'An' : 'A'} ${word}` : word;
}

/** What no label that is still to come can change. */
function ifMissing({ metric, reason: { facts } }: PerformanceVerdict): string {
  const [low, high] = [facts.if_missing_low, facts.if_missing_high];
  return typeof low !== 'number' || typeof high !== 'number'
    ? ''
    : ` Whatever the missing labels say, it lies between ${metricValue(metric, low)} and ${metricValue(metric, high)}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
