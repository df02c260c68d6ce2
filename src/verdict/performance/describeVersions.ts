import { number, percent } from '../figures';
import type { VersionsVerdict } from './VersionsVerdict';

export interface VersionNames {
  /** The metric as it is written in a sentence: "accuracy". */
  readonly metric: string;
  readonly old: string;
  readonly new: string;
}

/** The verdict on two versions in plain sentences, with the numbers behind it and how far they may be trusted. */
export function describeVersions(verdict: VersionsVerdict, names: VersionNames): string {
  return [headline(verdict, names), figures(verdict, names), trust(verdict)].filter((part) => part !== '').join(' ');
}

/** What to do next, for whoever is on call. */
export function nextStepOfVersions({ verdict, reason, moreLabels }: VersionsVerdict, names: VersionNames): string {
  switch (verdict) {
    case 'roll_back':
      return `Send all calls to version ${names.old} again, then look for the slice in which version ${names.new} is worse.`;
    case 'roll_out':
      return `Send all calls to version ${names.new}.`;
    case 'keep_both':
      return 'Choose by cost or speed: the metric gives no reason for either.';
    case 'labels_needed':
      return reason === 'between'
        ? `Decide by hand: more labels may not change this. Or change the margin or the threshold.`
        : reason === 'apart'
          ? 'Send a share of the calls to each version at the same time.'
          : moreLabels === null
            ? 'Keep the present split and wait for labels.'
            : `Keep the present split and wait for about ${number(moreLabels, 2)} more labels.`;
  }
}

function headline(verdict: VersionsVerdict, { metric, old, new: next }: VersionNames): string {
  const { reason, margin, threshold } = verdict;
  const size = (value: number) => amount(value, verdict);
  switch (reason) {
    case 'worse':
      return `Roll back: version ${next} has worse ${metric} than version ${old}, by ${size(threshold)} or more as observed.`;
    case 'not_worse':
      return `Roll out: version ${next} is at most ${size(margin)} worse in ${metric} than version ${old}.`;
    case 'no_difference':
      return `Keep both: ${metric} of versions ${next} and ${old} differs by less than ${size(margin)}.`;
    case 'open':
      return `Labels still needed: ${metric} of versions ${next} and ${old} can't be told apart yet${more(verdict)}.`;
    case 'between':
      return `Labels still needed: version ${next} looks worse in ${metric} by more than ${size(margin)}, but by less than ${size(threshold)}.`;
    case 'apart':
      return `Labels still needed: no window has labels of both version ${old} and version ${next}.`;
    case 'few_labels':
      return `Labels still needed: 30 labels of each version and losses that vary are required.`;
    case 'few_days':
      return `Labels still needed: ${verdict.windows} of 14 days have labels.`;
    case 'changed':
      return `Labels still needed: the difference between version ${next} and version ${old} changed over time, so there is no single figure.`;
  }
}

function more({ moreLabels }: VersionsVerdict): string {
  return moreLabels === null ? '' : `; probably ${number(moreLabels, 2)} more are required`;
}

function figures(verdict: VersionsVerdict, { old, new: next }: VersionNames): string {
  const { difference, low, high, oldRows, newRows, windows } = verdict;
  if (verdict.old === null || verdict.new === null || difference === null) {
    return '';
  }
  const interval =
    low === null || high === null
      ? ''
      : `, ${number(100 * (1 - verdict.alpha))}% interval ${signed(low, verdict)} to ${signed(high, verdict)}`;
  const labels =
    verdict.method === 'days'
      ? `${number(oldRows)} labels in ${windows} days`
      : `${number(oldRows)} and ${number(newRows)} labels in ${windows} ${windows === 1 ? 'window' : 'windows'}`;
  return `Version ${old}: ${value(verdict.old, verdict)}, version ${next}: ${value(verdict.new, verdict)} (difference ${signed(difference, verdict)}${interval}; ${labels}).`;
}

function trust({ low, skipped }: VersionsVerdict): string {
  const apart =
    skipped === 0
      ? ''
      : `${number(skipped)} ${skipped === 1 ? 'window has' : 'windows have'} labels of one version only and can't be compared. `;
  const looks = low === null ? '' : 'The interval holds however often you look.';
  return `${apart}${looks}`.trim();
}

function value(figure: number, { measure }: VersionsVerdict): string {
  return measure === 'share' ? percent(figure) : number(figure);
}

function amount(figure: number, { measure }: VersionsVerdict): string {
  return measure === 'share' ? `${number(100 * figure)} percentage points` : number(figure);
}

function signed(figure: number, { measure }: VersionsVerdict): string {
  const shown = number(Math.abs(measure === 'share' ? 100 * figure : figure));
  return `${figure < 0 ? '−' : '+'}${shown}${measure === 'share' ? ' points' : ''}`;
}
