import type { DelayCounts } from '../../../../outcomes/DelayCounts';
import type { TableRow } from '../../client/readTable';
import type { ClassSpelling } from '../../../spellClasses';
import { textOf } from './lookupCells';
import type { LookupFields } from './lookupQueries';

/** Ages of labels, from rows of the answer to `delaysQuery` of one cell. */
export function delaysOfRows(rows: readonly TableRow[], fields: LookupFields, spell: ClassSpelling): DelayCounts {
  const known = rows.filter((row) => typeof row('mw_age') === 'number');
  const ages = Float64Array.from(new Set(known.map((row) => Number(row('mw_age'))))).sort();
  const places = new Map(Array.from(ages, (age, place) => [age, place]));
  const empty = () => ({ labelled: new Float64Array(ages.length), censored: new Float64Array(ages.length) });
  const all = empty();
  const byPredicted = new Map<string, ReturnType<typeof empty>>();
  for (const row of known) {
    const side = row('mw_labelled') === true ? 'labelled' : 'censored';
    const place = places.get(Number(row('mw_age'))) ?? 0;
    all[side][place] += Number(row('mw_rows'));
    const text = fields.prediction === undefined ? null : textOf(row('mw_prediction'), fields.prediction);
    const name = text === null ? null : spell(text);
    if (name !== null) {
      const own = byPredicted.get(name) ?? empty();
      byPredicted.set(name, own);
      own[side][place] += Number(row('mw_rows'));
    }
  }
  return { ages, ...all, ...(fields.prediction !== undefined && { byPredicted }) };
}

/** Labels that are older than their predictions. */
export function earlyIn(rows: readonly TableRow[]): number {
  return rows.reduce((sum, row) => sum + (row('mw_early') === true ? Number(row('mw_rows')) : 0), 0);
}
