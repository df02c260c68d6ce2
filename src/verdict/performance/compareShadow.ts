import { pairedInterval } from '../../statistics/performance/sequence/pairedInterval';
import type { ShadowCounts } from '../../statistics/performance/sequence/ShadowCounts';
import type { VersionsOptions } from './compareVersions';
import { aim, decideVersions } from './decideVersions';
import { moreLabelsOfLosses } from './moreLabels';
import { SEVERITY_OF_VERSIONS } from './severityOfVersions';
import type { VersionsVerdict } from './VersionsVerdict';

/** Fewer days don't tell how much days differ. */
const FEWEST_DAYS = 14;

/**
 * A version that decides and one that only logs, on the same labeled rows, by days ascending in time: McNemar's difference with
 * the spread of days. May be asked again after each day: as days grow many, all its intervals together hold the true difference.
 */
export function compareShadow(
  days: readonly ShadowCounts[],
  /** Share of right predictions of the version that decides. */
  old: number | null,
  options: VersionsOptions
): VersionsVerdict {
  const rows = days.reduce((sum, day) => sum + day.rows, 0);
  const interval = pairedInterval(days, options.margin, options.alpha);
  const known = {
    measure: 'share',
    method: 'days',
    ...options,
    old,
    new: old === null || interval === null ? null : old + interval.difference,
    oldRows: rows,
    newRows: rows,
    windows: days.filter((day) => day.rows > 0).length,
    skipped: 0,
  } as const;
  if (interval === null || interval.days < FEWEST_DAYS) {
    const nothing = { difference: interval?.difference ?? null, low: null, high: null, moreLabels: null };
    return { ...known, ...nothing, verdict: 'labels_needed', severity: null, reason: 'few_days' };
  }
  const { difference, low, high, variance, rho } = interval;
  const { verdict, reason } = decideVersions(interval, options);
  const against = verdict === 'labels_needed' ? aim(difference, options) : null;
  const distance = against === null ? 0 : Math.abs(difference - against);
  const totals = { weight: rows, weighted: rows * difference, variance };
  const moreLabels = against === null ? null : moreLabelsOfLosses(totals, rows, distance, rho, options.alpha);
  return { ...known, difference, low, high, verdict, reason, severity: SEVERITY_OF_VERSIONS[verdict], moreLabels };
}
