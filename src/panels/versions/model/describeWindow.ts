import { describeChange } from '../../../frames/versions/describeChange';
import { formatShare } from '../../shared/formatNumber';
import type { SegmentTrace, VersionEntry } from './VersionBoard';

/** The shares of one window, the largest first; versions without calls in it are left out. */
export function sharesIn({ versions }: SegmentTrace, window: number): Array<{ entry: VersionEntry; share: number }> {
  return versions
    .map((entry) => ({ entry, share: entry.shares[window] ?? 0 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** What happened in a window, in sentences. */
export function changesIn({ changes, windows }: SegmentTrace, window: number): string[] {
  const { start, end } = windows[window];
  return changes.filter(({ time }) => time >= start && time < end).map(describeChange);
}

/** What a screen reader says of a window: `1 Jul – 2 Jul: 2 has 100%. 2 took over from 1, …` */
export function describeWindow(trace: SegmentTrace, window: number, when: string): string {
  const shares = sharesIn(trace, window).map(({ entry, share }) => `${entry.version} has ${formatShare(share)}`);
  const what = shares.length === 0 ? 'no calls' : shares.join(', ');
  return [`${when}: ${what}.`, ...changesIn(trace, window)].join(' ');
}
