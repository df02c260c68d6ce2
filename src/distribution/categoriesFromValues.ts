import type { Categories } from './Distribution';
import { countsOf } from './valueCounts';

/**
 * Counts by category of a column. null, undefined and empty text are missing, a NaN is counted as NaN; everything else
 * is its text: 1 and "1" are one category, true is "true".
 */
export function categoriesFromValues(cells: ArrayLike<unknown>): Categories {
  const byCategory = new Map<string, number>();
  let missing = 0;
  let nan = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined || cell === '') {
      missing++;
    } else if (typeof cell === 'number' && Number.isNaN(cell)) {
      nan++;
    } else {
      const category = typeof cell === 'string' ? cell : categoryOf(cell);
      byCategory.set(category, (byCategory.get(category) ?? 0) + 1);
    }
  }
  return {
    kind: 'categories',
    counts: countsOf(cells.length, { missing, nan }),
    byCategory,
    rest: 0,
    guarantee: 'exact',
  };
}

/** The text by which a value that is not text is known as a category. */
export function categoryOf(cell: unknown): string {
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? 'Invalid Date' : cell.toISOString();
  }
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
