import type { WrittenExclusion } from '../../query/exclusion';
import { parseDuration } from '../../query/duration';
import type { Query } from '../../query/query';
import type { Notice } from '../../sources/Notice';
import type { EvaluateContext } from '../EvaluateContext';
import { openExclusions } from './openExclusions';

/**
 * The query with the holidays of calendars and the stretches of annotations written out in `exclude` of its seasonal
 * baseline, as far back as that reaches; the query itself where it names none. Throws a BadQuery for a calendar that is
 * not known.
 */
export async function withExclusions<Asked extends Query>(
  query: Asked,
  { range, now, annotations }: EvaluateContext
): Promise<{ readonly query: Asked; readonly notices: readonly Notice[] }> {
  const baseline = 'baseline' in query ? query.baseline : undefined;
  if (baseline?.kind !== 'seasonal' || range === null || !baseline.exclude.some(isNamed)) {
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

function isNamed({ calendar, tag }: WrittenExclusion): boolean {
  return calendar !== undefined || tag !== undefined;
}
