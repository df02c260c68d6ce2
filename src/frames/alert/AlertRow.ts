import type { Severity } from '../../verdict/Verdict';

/** What an alert rule learns of one feature in one segment, whatever the query's kind. */
export interface AlertRow {
  /** How the series is called in a legend. */
  readonly name: string;
  /** Stable identifiers only: `feature` and the segments. They tell one alert from another. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of the newest complete window; null where undecided. */
  readonly severity: Severity;
  /** Effect above the expected one, in thresholds, at least 0; null where it does not exist. */
  readonly score: number | null;
  /** Milliseconds: start of the stretch of windows with severity 1 or 2 that lasts until now; null where there is none. */
  readonly since: number | null;
  /** Texts for the message, by name. They change from one evaluation to the next, and never tell alerts apart. */
  readonly details: Readonly<Record<AlertDetail, string>>;
}

/** The texts that `alertValue: 'details'` carries as labels. */
export const ALERT_DETAILS = [
  'verdict',
  'reason',
  'next_step',
  'baseline',
  'since',
  'or_earlier',
  'from',
  'to',
] as const;
export type AlertDetail = (typeof ALERT_DETAILS)[number];
