import { studentQuantile } from '../../special/studentQuantile';
import type { Range } from '../metricValues';
import { MISSED } from './level';

/**
 * 95% interval of a mean of `rows` independent values by Student's t, around the bounds of the mean. `squares` is the sum of
 * squared deviations from it. Null for fewer than two rows.
 */
export function studentInterval([low, high]: Range, squares: number, rows: number): Range | null {
  if (!(rows >= 2) || !(squares >= 0)) {
    return null;
  }
  const half = studentQuantile(MISSED, rows - 1) * Math.sqrt(squares / (rows - 1) / rows);
  return [low - half, high + half];
}
