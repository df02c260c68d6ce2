import { BadQuery } from '../../query/BadQuery';
import type { ChangeQuery } from '../../query/changeQuery';
import { parseDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import type { Source } from '../../sources/Source';
import type { EvaluateContext } from '../EvaluateContext';
import { cutWindows } from '../windows/cutWindows';
import { currentWindows } from '../windows/currentWindows';

/** The complete windows of a query, without any hole between them. Throws a BadQuery where there is no time to cut. */
export async function windowsOfChange(
  query: ChangeQuery,
  source: Source,
  { range, now, signal }: EvaluateContext
): Promise<TimeRange[]> {
  if (query.current.timeField === undefined) {
    throw new BadQuery(
      '"current": a query of the kind "change" needs a "timeField", to tell in which window a row lies.'
    );
  }
  const bounds = range === null ? await source.timeBounds(query.current, { signal }) : null;
  const windows = currentWindows(query, range, now, bounds).filter((window) => window !== null);
  const [first, last] = [windows[0], windows[windows.length - 1]];
  return cutWindows({ from: first.from, to: last.to }, parseDuration(query.window), query.timezone);
}
