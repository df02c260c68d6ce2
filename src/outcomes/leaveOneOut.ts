import { mergeOutcomes } from './mergeOutcomes';
import { mergeScores, shareEntries, type SharedEntries } from './mergeScores';
import type { Outcomes } from './Outcomes';
import { isExact, type ScoreCounts, type ScoreTable } from './ScoreTable';

/**
 * The outcomes of all parts but one, for each of them in turn: for a jackknife. Tables of single scores are the whole one
 * less the part's, so that many days of many scores take a pass over the whole table each, and the memory of one.
 */
export function* leaveOneOut(parts: readonly Outcomes[]): Generator<Outcomes> {
  const without = parts.map(({ scores: _, ...rest }) => rest);
  const columns = [...new Set(parts.flatMap(({ scores }) => [...(scores?.keys() ?? [])]))].map((column) => ({
    column,
    withoutOne: tablesWithoutOne(parts.map(({ scores, rows }) => (rows > 0 ? scores?.get(column) : null))),
  }));
  for (let k = 0; k < parts.length; k++) {
    const others = (_: unknown, i: number) => i !== k;
    const tables = columns.flatMap(({ column, withoutOne }) => {
      const table = withoutOne(k);
      return table ? [[column, table] as const] : [];
    });
    const rest = mergeOutcomes(without.filter(others));
    yield tables.length > 0 ? { ...rest, scores: new Map(tables) } : rest;
  }
}

/** Null stands for a part without rows, undefined for one that doesn't tell its scores. */
type Table = ScoreTable | null | undefined;

function tablesWithoutOne(tables: readonly Table[]): (k: number) => ScoreTable | null {
  const known = tables.flatMap((table, i) => (table ? [{ table, i }] : []));
  const isWhole = tables.every((table) => table !== undefined);
  if (!isWhole || !known.every(({ table }) => isExact(table))) {
    return (k) => {
      const others = tables.filter((table, i): table is ScoreTable | undefined => i !== k && table !== null);
      const given = others.filter((table) => table !== undefined);
      return given.length > 0 && given.length === others.length ? mergeScores(given) : null;
    };
  }
  const shared = shareEntries(known.map(({ table }) => table));
  const whole = mergeScores(known.map(({ table }) => table));
  return (k) => {
    const at = known.findIndex(({ i }) => i === k);
    const isOnly = known.length === 1 && at === 0;
    return isOnly ? null : at < 0 ? whole : subtract(whole, known[at].table, shared.places[at]);
  };
}

function subtract(whole: ScoreTable, part: ScoreTable, places: SharedEntries['places'][number]): ScoreTable {
  const less = ({ counts }: ScoreCounts, taken: ScoreCounts | undefined): ScoreCounts => {
    const left = Float64Array.from(counts);
    for (let i = 0; taken && i < taken.counts.length; i++) {
      left[places === null ? i : places[i]] -= taken.counts[i];
    }
    return { counts: left };
  };
  return {
    lower: whole.lower,
    upper: whole.upper,
    byClass: new Map([...whole.byClass].map(([name, counts]) => [name, less(counts, part.byClass.get(name))])),
    ...(whole.unlabelled && { unlabelled: less(whole.unlabelled, part.unlabelled) }),
  };
}
