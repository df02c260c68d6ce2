import type { TimeRange } from '@grafana/data';
import type { AskedRange } from './SectionProps';

const WEEK_MS = 604_800_000;

/** What the host asks about; where it doesn't say (some alert editors), the last week. */
export function askedRange(range: TimeRange | undefined, now: number): AskedRange {
  if (range === undefined) {
    return { from: now - WEEK_MS, to: now, key: 'the last week' };
  }
  const { from, to, raw } = range;
  return { from: from.valueOf(), to: to.valueOf(), key: `${raw.from.valueOf()} ${raw.to.valueOf()}` };
}
