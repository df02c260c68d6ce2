import { binaryScores } from '../../outcomes/binaryScores';
import { mergeScores } from '../../outcomes/mergeScores';
import { isExact, type ScoreTable } from '../../outcomes/ScoreTable';
import type { OutcomesCell } from '../../sources/OutcomesRequest';

/** A bucket is cut into as many parts at most: where in it the scores lie is not known. */
const MOST_PARTS = 16;
/** Each round asks for as many times as many buckets, as far as the store may be burdened with. */
const GROWTH = 4;
const MOST_BUCKETS = 400_000;

/**
 * Edges of scores that narrow what buckets leave open, by column: a bucket with a positives and b negatives leaves a·b pairs of
 * the AUC open, and is cut into parts by its share of them. A column whose scores are told one by one, or whose buckets can't be
 * narrowed, is left out.
 */
export function finerScoreEdges(
  cells: readonly OutcomesCell[],
  positiveOf: (column: string) => string | undefined
): Map<string, Float64Array> {
  const columns = new Set(cells.flatMap(({ outcomes }) => [...(outcomes.scores?.keys() ?? [])]));
  const finer = new Map<string, Float64Array>();
  for (const column of columns) {
    const tables = cells.flatMap(({ outcomes }) => outcomes.scores?.get(column) ?? []);
    const positive = positiveOf(column);
    const edges =
      positive === undefined || tables.length === 0 || tables.some(isExact)
        ? null
        : cutApart(mergeScores(tables), positive, Math.floor(MOST_BUCKETS / tables.length / columns.size / 2));
    if (edges !== null) {
      finer.set(column, edges);
    }
  }
  return finer;
}

/** Null where nothing is open, or no more buckets may be asked for. */
function cutApart(table: ScoreTable, positive: string, most: number): Float64Array | null {
  const { lower, upper, positive: ones, negative: zeros } = binaryScores(table, positive);
  const open = Float64Array.from(lower, (from, i) => (upper[i] > from ? ones.counts[i] * zeros.counts[i] : 0));
  const all = open.reduce((sum, pairs) => sum + Math.sqrt(pairs), 0);
  const more = Math.min(most, GROWTH * lower.length) - lower.length;
  if (!(all > 0) || more < lower.length / 2) {
    return null;
  }
  const edges = new Set([...lower, ...upper]);
  for (let i = 0; i < lower.length; i++) {
    // Cutting a bucket into k parts leaves about 1/k of it open: the root of its share is what serves the sum best.
    const parts = Math.min(MOST_PARTS, 1 + Math.round((more * Math.sqrt(open[i])) / all));
    for (let part = 1; part < parts; part++) {
      edges.add(lower[i] + ((upper[i] - lower[i]) * part) / parts);
    }
  }
  return edges.size > lower.length + 1 ? Float64Array.from(edges).sort() : null;
}
