import type { WrittenExclusion } from '../../query/exclusion';
import { parseDuration } from '../../query/duration';
import type { Query } from '../../query/query';
import type { TimeRange } from '../../query/time';
import type { Notice } from '../../sources/Notice';
import { sourceOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';
import { withOwnTime } from '../ownTime';
import { openExclusions } from './openExclusions';

/**
 * The query with the holidays of calendars and the stretches of annotations written out in `exclude` of its seasonal
 * baseline, as far back as that reaches; the query itself where it names none. Throws a BadQuery for a calendar that is
 * not known.
 */
export async function withExclusions<Asked extends Query>(
  query: Asked,
  context: EvaluateContext
): Promise<{ readonly query: Asked; readonly notices: readonly Notice[] }> {
  const { now, annotations } = context;
  const baseline = 'baseline' in query ? query.baseline : undefined;
  if (baseline?.kind !== 'seasonal' || !baseline.exclude.some(isNamed)) {
    return { query, notices: [] };
  }
  const range = context.range ?? (await rangeOfRows(query, context));
  if (range === null) {
    return { query, notices: [] };
  }
  const { timezone } = query;
  const { exclusions, notices } = await openExclusions(baseline.exclude.filter(isNamed), {
    timezone,
    now,
    annotations,
  });
  // One period more: a window may begin before the time range.
  const from = range.from - (baseline.count + 1) * parseDuration(baseline.period);
  const named = exclusions.within({ from, to: range.to }).map((stretch): WrittenExclusion => ({
    from: new Date(stretch.from).toISOString(),
    to: new Date(Math.max(stretch.to, stretch.from + 1)).toISOString(),
  }));
  const exclude = [...baseline.exclude.filter((entry) => !isNamed(entry)), ...named];
  return {
    query: { ...query, baseline: { ...baseline, exclude } },
    notices: [...notices, ...(annotations?.notices ?? [])],
  };
}

/** Where no time range is given: from the first row to the end of the last one's window; null where there are no times. */
async function rangeOfRows(query: Query, { connections, access, signal }: EvaluateContext): Promise<TimeRange | null> {
  const { current, window } = withOwnTime(query, connections);
  if (current.timeField === undefined || window === 'range') {
    return null;
  }
  const bounds = await sourceOf(connections, current.connection, access).timeBounds(current, { signal });
  return bounds && { from: bounds.from, to: bounds.to + parseDuration(window) };
}

function isNamed({ calendar, tag }: WrittenExclusion): boolean {
  return calendar !== undefined || tag !== undefined;
}
