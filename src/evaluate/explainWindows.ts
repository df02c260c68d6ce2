import type { Query } from '../query/query';
import type { TimeRange } from '../query/time';
import { sourceOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import { openBaseline } from './openBaseline';
import { withOwnTime } from './ownTime';
import { performanceWindows } from './performance/performanceWindows';
import { pastWindows } from './volume/pastWindows';
import { currentWindows } from './windows/currentWindows';

/** Which stretches of time a query compares; null stands for everything, whatever its time. */
export interface ShownWindows {
  readonly current: ReadonlyArray<TimeRange | null>;
  /** Empty where nothing is compared. */
  readonly baseline: ReadonlyArray<TimeRange | null>;
  /** Where the baseline comes from, in words. */
  readonly description: string;
}

/** The windows of a query, for the editor's picture: no data are read. Throws a BadQuery where they make no sense. */
export async function explainWindows(asked: Query, context: EvaluateContext): Promise<ShownWindows> {
  const { range, now, connections, access, signal } = context;
  const query = withOwnTime(asked, connections);
  const needsBounds = range === null && query.window !== 'range';
  const source = needsBounds ? sourceOf(connections, query.current.connection, access) : null;
  const bounds = source === null ? null : await source.timeBounds(query.current, { signal });
  const current = currentWindows(query, range, now, bounds);
  return { current, ...(await baselineOf(query, current, context)) };
}

async function baselineOf(
  query: Query,
  current: ReadonlyArray<TimeRange | null>,
  context: EvaluateContext
): Promise<Omit<ShownWindows, 'current'>> {
  if (query.kind === 'volume') {
    const { all, of, description } = pastWindows(query, current, context.now);
    return { baseline: distinct(of.flatMap(({ past }) => past.map((index) => all[index]))), description };
  }
  if (query.kind === 'performance') {
    const { before, side } = performanceWindows(query, current, context.now);
    return { baseline: distinct(before), description: side?.description ?? 'none' };
  }
  if (query.kind === 'change') {
    return { baseline: [], description: 'none' };
  }
  if (query.kind === 'versions' || query.baseline === undefined) {
    return { baseline: [], description: query.kind === 'versions' ? 'none' : 'none: expectations alone' };
  }
  const { side } = await openBaseline({ ...query, baseline: query.baseline }, current, context);
  return { baseline: distinct(side.parts?.windows ?? side.windows), description: side.description };
}

/** One fixed window stands for many current ones. */
function distinct(windows: ReadonlyArray<TimeRange | null>): Array<TimeRange | null> {
  return [...new Map(windows.map((window) => [JSON.stringify(window), window])).values()];
}
