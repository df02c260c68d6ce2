import type { ShadowCounts } from '../../statistics/performance/sequence/ShadowCounts';
import { shadowInterval } from '../../statistics/performance/sequence/shadowInterval';
import type { VersionsOptions } from './compareVersions';
import { aim, decideVersions } from './decideVersions';
import { moreLabelsOfDays } from './moreLabels';
import { SEVERITY_OF_VERSIONS } from './severityOfVersions';
import type { VersionsVerdict } from './VersionsVerdict';

/** Fewer days don't tell how much days differ. */
const FEWEST_DAYS = 14;

/**
 * A version that decides and one that only logs, on the same labeled rows: McNemar's difference with the spread of days. The
 * interval holds for one look at days chosen beforehand; whoever looks every day and stops when it suits is misled.
 */
export function compareShadow(
  days: readonly ShadowCounts[],
  /** Share of right predictions of the version that decides. */
  old: number | null,
  options: VersionsOptions
): VersionsVerdict {
  const rows = days.reduce((sum, day) => sum + day.rows, 0);
  const interval = shadowInterval(days, options.alpha);
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
  const { difference, low, high } = interval;
  const { verdict, reason } = decideVersions(interval, options);
  const against = verdict === 'labels_needed' ? aim(difference, options) : null;
  const distance = against === null ? 0 : Math.abs(difference - against);
  const moreLabels = against === null ? null : moreLabelsOfDays(rows, (high - low) / 2, distance);
  return { ...known, difference, low, high, verdict, reason, severity: SEVERITY_OF_VERSIONS[verdict], moreLabels };
}
