import type { Categories, Distribution } from '../../distribution/Distribution';
import type { CountTable, NoTable } from '../CountTable';

/** A 2×K table over the union of the categories of both sides, largest first, without empty columns. */
export interface FrequencyTable extends CountTable {
  /** The categories' names; null is the column of everything that not both sides count. */
  readonly categories: ReadonlyArray<string | null>;
  /** Place of that column, -1 where every category is counted on both sides. */
  readonly restColumn: number;
}

/**
 * The table of two distributions by category. A category that one side doesn't list is 0 there if that side lists all
 * of its values; if not, its count is unknown, so it joins the rest on both sides: the table is coarser, and exact.
 * The columns are ordered by their counts alone, so that names have no influence on random draws or rounding.
 */
export function frequencyTable(baseline: Distribution, current: Distribution): FrequencyTable | NoTable {
  if (baseline.kind !== 'categories' || current.kind !== 'categories') {
    return { undefinedReason: 'needs counts by category on both sides' };
  }
  const baselineTotal = valueCount(baseline);
  const currentTotal = valueCount(current);
  if (baselineTotal === 0 || currentTotal === 0) {
    return { undefinedReason: baselineTotal === 0 ? 'the baseline has no values' : 'the current window has no values' };
  }
  const columns: Array<{ category: string | null; baseline: number; current: number }> = [];
  const rest = { category: null, baseline: baseline.rest, current: current.rest };
  for (const [category, count] of baseline.byCategory) {
    const other = current.byCategory.get(category);
    if (other === undefined && current.rest > 0) {
      rest.baseline += count;
    } else {
      columns.push({ category, baseline: count, current: other ?? 0 });
    }
  }
  for (const [category, count] of current.byCategory) {
    if (baseline.byCategory.has(category)) {
      continue;
    }
    if (baseline.rest > 0) {
      rest.current += count;
    } else {
      columns.push({ category, baseline: 0, current: count });
    }
  }
  columns.push(rest);
  const filled = columns.filter((column) => column.baseline + column.current > 0);
  filled.sort((a, b) => b.baseline + b.current - (a.baseline + a.current) || b.baseline - a.baseline);
  return {
    categories: filled.map((column) => column.category),
    restColumn: filled.indexOf(rest),
    baseline: Float64Array.from(filled, (column) => column.baseline),
    current: Float64Array.from(filled, (column) => column.current),
    baselineTotal,
    currentTotal,
    guarantee: baseline.guarantee === 'exact' && current.guarantee === 'exact' ? 'exact' : 'approximate',
  };
}

function valueCount(distribution: Categories): number {
  let sum = distribution.rest;
  for (const count of distribution.byCategory.values()) {
    sum += count;
  }
  return sum;
}
