import { number, percent } from '../figures';
import type { FeatureVerdict } from '../Verdict';
import type { Cause, CauseKind, LookedAt } from './Cause';

/** Up to this share a cause is none to speak of. */
export const LITTLE = 0.2;
/** Intervals that reach further leave open that something was not seen. */
const MAY_HIDE = 0.5;
/** What buckets may hide beside that is worth a word. */
const HIDDEN = 0.2;

/** A candidate in a few words, as a list shows it. */
export function causeName({ kind, field, value, facts }: Cause): string {
  switch (kind) {
    case 'slice':
    case 'version':
      return `${field} ${value}`;
    case 'mix':
      return `mix of ${field}`;
    case 'unit':
      return value === null ? `unit of ${field}` : `unit of ${field} ${value}`;
    case 'missing':
      return `missing values of ${field}`;
    case 'volume':
      return 'number of rows';
    case 'co_drift':
      return `${field}${facts.verdict === 'warning' ? ' (warning)' : ''}`;
  }
}

/** What the candidate explains and why it is one, in one to three sentences. */
export function describeCause(cause: Cause): string {
  return [effectOfCause(cause), ...details(cause)].filter((part) => part !== '').join(' ');
}

/** The first sentence on it, with what it explains. */
export function effectOfCause({ kind, field, value, explained, since, isOrEarlier, facts }: Cause): string {
  const much = percent(explained, 2);
  switch (kind) {
    case 'slice':
    case 'version':
      return explained === null
        ? `Nothing can be compared without ${field} ${value}.`
        : `Leaving out ${field} ${value} removes ${much} of the drift.`;
    case 'mix':
      return `With the baseline's shares of ${field}, ${much} of the drift is gone: the same rows as before, in other proportions.`;
    case 'unit':
      return explained === null
        ? `The values are ${number(Number(facts.factor))} times as large${named(facts.name)}.`
        : `Another unit${value === null ? '' : ` in ${field} ${value}`} explains ${much} of the drift: the values are ${number(Number(facts.factor))} times as large${named(facts.name)}.`;
    case 'missing':
      return `The share of missing values changed from ${percent(facts.before)} to ${percent(facts.after)}.`;
    case 'volume':
      return `There are ${number(Number(facts.ratio))} times as many rows as in the same time of the baseline.`;
    case 'co_drift':
      return since === null || isOrEarlier
        ? `${field} drifts too. What drifts together may have one cause; it is no proof.`
        : `${field} began to drift at the same time. What drifts together may have one cause; it is no proof.`;
  }
}

function named(name: string | number | null | undefined): string {
  return typeof name === 'string' && name !== '' ? ` (${name})` : '';
}

function details({ kind, rows, within, low, high, facts }: Cause): string[] {
  const interval = low === null || high === null ? '' : `95% interval ${percent(low, 2)} to ${percent(high, 2)}.`;
  if (kind === 'mix') {
    const lacking =
      typeof facts.lacking === 'string'
        ? `Left out, since one side lacks ${facts.lacking_count === 1 ? 'it' : 'them'}: ${facts.lacking}.`
        : '';
    return [typeof facts.shares === 'string' ? `Shares: ${facts.shares}.` : '', interval, lacking];
  }
  if (kind === 'slice' || kind === 'version' || kind === 'unit') {
    return [
      interval,
      rows === null ? '' : `${count(rows.baseline)} baseline rows, ${count(rows.current)} current ones.`,
      kind !== 'unit' && typeof facts.factor === 'number'
        ? `Its values are ${number(facts.factor)} times as large as before${named(facts.name)}.`
        : '',
      within === null ? '' : inside(within),
    ];
  }
  return [];
}

function inside({ verdict, effectSize }: FeatureVerdict): string {
  switch (verdict) {
    case 'drift':
    case 'warning':
      return `Inside it the values changed too (${verdict}, effect ${number(effectSize)}).`;
    case 'no_drift':
      return 'Inside it nothing changed.';
    default:
      return '';
  }
}

function count(rows: number): string {
  return Math.round(rows).toLocaleString('en-US');
}

const NEXT: Readonly<Record<CauseKind, string>> = {
  slice: 'Find out what changed for these rows at that time, and whether the model was trained for them.',
  mix: 'Check routing, campaigns, and sampling. The model may do as well as before: look at its performance.',
  version: 'Compare the versions: what the new one receives, and how it is called.',
  unit: 'Ask the source of these rows for the unit, and convert it before the model.',
  missing: 'Check the source that delivers this feature: its pipeline, joins, and schema.',
  volume: 'Check callers, routing, and ingestion.',
  co_drift: 'Look for what these features share: a source, a join, a release.',
};

/** What to do about it. */
export function nextStepOf({ kind, facts, rows }: Cause): string {
  if (typeof facts.factor === 'number') {
    return NEXT.unit;
  }
  return kind === 'slice' && rows?.baseline === 0
    ? 'It is new: check where these rows come from, and whether the model was trained for them.'
    : kind === 'slice' && rows?.current === 0
      ? 'It is gone: check why these rows no longer come.'
      : NEXT[kind];
}

/** The whole answer in one or two sentences. */
export function summarizeCauses(
  verdict: Pick<FeatureVerdict, 'severity' | 'comparison'>,
  causes: readonly Cause[],
  looked: readonly LookedAt[],
  since: string
): string {
  const { feature } = verdict.comparison;
  if (verdict.severity === null) {
    return `${feature} has no verdict: there is nothing to explain.`;
  }
  if (verdict.severity === 0) {
    return `${feature} has not drifted: there is nothing to explain.`;
  }
  const [first] = causes;
  const best = first?.explained ?? 0;
  if (first !== undefined && best > LITTLE) {
    return `${effectOfCause(first).replace(/\.$/, '')}${since === '' ? '' : `; since ${since}`}.`;
  }
  if (looked.length === 0) {
    return `No field tells the rows apart: nothing can be said of where the drift of ${feature} comes from.`;
  }
  const most = first !== undefined && best > 0 ? ` (${causeName(first)} at most, ${percent(best, 2)})` : '';
  const unseen = looked.filter(({ high }) => high === null || high > MAY_HIDE);
  const bounded = looked.some(({ hidden }) => hidden > HIDDEN) ? ', as far as the buckets tell' : '';
  return unseen.length === 0
    ? `Nothing explains more than 20% of the drift of ${feature}${most}: the change is everywhere${bounded}.`
    : `Nothing surely explains more than 20% of the drift of ${feature}${most}. There are too few rows to rule it out for ${unseen
        .slice(0, 5)
        .map(({ field }) => field)
        .join(', ')}${unseen.length > 5 ? ' and others' : ''}.`;
}
