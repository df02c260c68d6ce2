import type { Categories } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';

/**
 * Increases by category; null without a single value. Rounded to whole numbers, since tests of counts want them. An empty
 * label and an absent one are the same to Prometheus: they are missing values.
 */
export function counterCategories(increases: ReadonlyMap<string, number>): Categories | null {
  const whole = [...increases]
    .map(([category, count]): [string, number] => [category, Math.round(count)])
    .filter(([, count]) => count > 0);
  const total = whole.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) {
    return null;
  }
  const byCategory = new Map(whole);
  const missing = byCategory.get('') ?? 0;
  byCategory.delete('');
  return { kind: 'categories', counts: countsOf(total, { missing }), byCategory, rest: 0, guarantee: 'approximate' };
}
