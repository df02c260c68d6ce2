import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import { SourceError } from '../../SourceError';

/** The documents of a selection in a stretch of time; everything, whatever its time, where that is null. */
export function selectionQuery({ query, timeField }: Selection, range: TimeRange | null): unknown {
  const text = (query ?? '').trim();
  return {
    bool: {
      filter: [
        ...(text === '' || text === '*' ? [] : [{ query_string: { query: text, analyze_wildcard: true } }]),
        ...(range === null || timeField === undefined ? [] : [{ range: { [timeField]: bounds(range) } }]),
      ],
    },
  };
}

/** Half-open, as all windows; fixed, so that the store may keep the answer. */
function bounds({ from, to }: TimeRange) {
  return { gte: from, lt: to, format: 'epoch_millis' };
}

/** Throws a SourceError where a selection names no index. */
export function indexOf({ index }: Selection): string {
  if (index === undefined) {
    throw new SourceError('A selection of Elasticsearch needs an "index": a name, a pattern or a data stream.', {
      status: 400,
      side: 'plugin',
    });
  }
  return index;
}

/** From the earliest start to the latest end; null where a window has no bounds. */
export function hullOf(windows: ReadonlyArray<TimeRange | null>): TimeRange | null {
  const timed = windows.filter((window) => window !== null);
  return timed.length < windows.length || timed.length === 0
    ? null
    : { from: Math.min(...timed.map(({ from }) => from)), to: Math.max(...timed.map(({ to }) => to)) };
}
