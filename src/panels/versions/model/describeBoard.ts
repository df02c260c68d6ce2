import { formatShare } from '../../shared/formatNumber';
import type { FormatTime } from '../../shared/timeWords';
import type { SegmentTrace, VersionBoard, VersionEntry } from './VersionBoard';

/** The whole panel in a sentence: `Version 2 has been active since 1 Jul (100% of calls)`. */
export function describeBoard({ segments }: VersionBoard, formatTime: FormatTime): string {
  if (segments.length === 1) {
    return describeTrace(segments[0], formatTime);
  }
  const byVersion = new Map<string, number>();
  for (const segment of segments) {
    const active = activeOf(segment)?.version ?? '';
    byVersion.set(active, (byVersion.get(active) ?? 0) + 1);
  }
  const parts = [...byVersion].sort(([, a], [, b]) => b - a);
  return parts
    .map(([version, count]) =>
      version === ''
        ? `no version has a majority of calls in ${count} of ${segments.length} segments`
        : `${version} is active in ${count} of ${segments.length} segments`
    )
    .join(', ');
}

/** `Version 2 has been active since 1 Jul (100% of calls)`; `No version has a majority of calls` */
export function describeTrace(trace: SegmentTrace, formatTime: FormatTime): string {
  const active = activeOf(trace);
  if (active === undefined) {
    return trace.versions.length === 0 ? 'No version data' : 'No version has a majority of calls';
  }
  const since = sinceInWords(active, formatTime);
  if (active.share === null) {
    return `Version ${active.version} was active last, ${since}; no calls in the newest window`;
  }
  const undecided = trace.isDecided ? '' : '; too few calls in the newest window';
  return `Version ${active.version} has been active ${since} (${formatShare(active.share)} of calls)${undecided}`;
}

/** The same for the little room beside a band: `2 since 1 Jul, 100%` */
export function shortTrace(trace: SegmentTrace, formatTime: FormatTime): string {
  const active = activeOf(trace);
  if (active === undefined) {
    return 'No active version';
  }
  const share = active.share === null ? 'no calls now' : formatShare(active.share);
  return `${active.version} ${sinceInWords(active, formatTime)}, ${share}`;
}

/** `since 1 Jul or before` of the active version. */
export function sinceInWords({ activeSince, isActiveLonger }: VersionEntry, formatTime: FormatTime): string {
  return activeSince === null ? '' : `since ${formatTime(activeSince)}${isActiveLonger ? ' or before' : ''}`;
}

/** When a version had calls: `1 Apr or before to 1 Jul` of one that is gone, `since 3 Jul` of others. */
export function seenInWords(entry: VersionEntry, formatTime: FormatTime): string {
  if (entry.activeSince !== null) {
    return sinceInWords(entry, formatTime);
  }
  const first = `${formatTime(entry.firstSeen)}${entry.isOlder ? ' or before' : ''}`;
  return entry.status === 'present' ? `since ${first}` : `${first} to ${formatTime(entry.lastSeen)}`;
}

export function activeOf({ versions }: SegmentTrace): VersionEntry | undefined {
  return versions.find(({ status }) => status === 'active');
}
