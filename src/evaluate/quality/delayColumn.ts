import { BadQuery } from '../../query/BadQuery';
import type { QualityQuery } from '../../query/qualityQuery';
import { DELAY } from '../../verdict/quality/usualDelay';
import { nearNames } from '../../sources/nearNames';
import type { Place } from '../settleFeatures';
import { someNames } from '../someNames';
import type { CheckedColumn } from './settleColumns';

/**
 * How long rows took to arrive, as a column of seconds; null where the query names no field that says when they did.
 * Throws a BadQuery where neither side has that field, or the current rows have no time.
 */
export function delayColumn(
  { arrival, current, checks }: QualityQuery,
  baseline: Place | null,
  known: { readonly before: readonly string[]; readonly now: readonly string[] }
): CheckedColumn | null {
  const field = arrival?.field;
  if (field === undefined || checks?.includes('arrival') === false) {
    return null;
  }
  const since = current.timeField;
  if (since === undefined) {
    throw new BadQuery('"arrival.field" needs a "timeField" in "current": late is what arrives long after its time.');
  }
  const inCurrent = known.now.includes(field);
  // Training data that are taken whole have a time all the same; a stored profile has no rows.
  const before = baseline?.selection.timeField ?? since;
  const inBaseline = baseline?.source.holdsRows === true && [field, before].every((one) => known.before.includes(one));
  if (!inCurrent && !inBaseline) {
    const near = nearNames(field, known.now);
    const help = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There is ${someNames([...known.now])}.`;
    throw new BadQuery(`"arrival.field": there is no column "${field}" that could say when a row arrived. ${help}`);
  }
  const feature = { name: DELAY, type: 'numeric' as const, field, since };
  return { feature, inBaseline, inCurrent, identifier: false, candidate: false };
}
