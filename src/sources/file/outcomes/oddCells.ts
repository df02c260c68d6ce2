import type { LabelFindings } from '../../OutcomesRequest';
import type { NumberCells } from './numberCells';

type Named = readonly [column: string, cells: Pick<NumberCells, 'missing' | 'mistyped' | 'outside'>];

/** What is odd about some columns of numbers. Of several the one with the most odd rows is named. */
export function oddCells(cells: readonly Named[]): LabelFindings {
  const [mistyped] = cells.map(([column, one]) => ({ column, ...one.mistyped })).sort(byRows);
  const [outside] = cells.map(([column, one]) => ({ column, ...one.outside })).sort(byRows);
  return {
    ...(mistyped?.example !== undefined && { mistyped: { ...mistyped, example: mistyped.example } }),
    ...(outside?.example !== undefined && { outside: { ...outside, example: outside.example } }),
  };
}

/** Rows that lack a prediction or a score, by column. */
export function missingCells(rows: Iterable<readonly [column: string, rows: number]>): LabelFindings {
  const missing = new Map([...rows].filter(([, count]) => count > 0));
  return missing.size === 0 ? {} : { missing };
}

function byRows(a: { readonly rows: number }, b: { readonly rows: number }): number {
  return b.rows - a.rows;
}
