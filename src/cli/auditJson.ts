import type { AuditResult, Rate } from '../evaluate/audit/AuditResult';
import { noticeText } from '../evaluate/Result';
import { isoTime } from './isoTime';

/** An audit for programs. Times are ISO 8601 in UTC; rates are episodes in `per_days`. */
export function auditJson({
  range,
  per,
  replays,
  shuffled,
  halves,
  planted,
  notices,
}: AuditResult): Record<string, unknown> {
  return {
    from: isoTime(range.from),
    to: isoTime(range.to),
    per_days: per,
    replays: replays.map(({ fired, problem, marked, ...rate }) => ({
      ...rateJson(rate),
      problem: problem ?? null,
      marked: {
        true_alarms: marked.trueAlarms,
        false_alarms: marked.falseAlarms,
        not_marked: marked.unmarked,
        precision: marked.precision,
        precision_low: marked.low,
        precision_high: marked.high,
      },
      fired: fired.map(({ from, to, alarms, feature, segment, reason, others }) => ({
        from: isoTime(from),
        to: isoTime(to),
        alarms,
        feature,
        segment,
        reason,
        other_features: others,
      })),
    })),
    shuffled: shuffled.map(rateJson),
    halves: halves.map(rateJson),
    planted,
    notices: notices.map(noticeText),
  };
}

function rateJson(rate: Rate): Record<string, unknown> {
  const { significance, looks, undecided, alarms, episodes, days, promised } = rate;
  return {
    significance,
    looks,
    undecided,
    alarms,
    episodes,
    days,
    rate: rate.rate,
    rate_low: rate.rateLow,
    rate_high: rate.rateHigh,
    promised,
    promised_counts: significance === 'sequential' ? 'episodes' : 'alarms',
  };
}
