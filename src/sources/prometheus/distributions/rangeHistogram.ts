import type { Histogram } from '../../../distribution/Distribution';
import type { CellParts } from './CellParts';
import { nativeHistogram } from './nativeHistogram';

const RANGE = /^(.+)\.\.\.(.+)$/;

/**
 * Buckets as clients of VictoriaMetrics write them, `1.000e-01...1.136e-01`: open below, closed above, and only those that
 * have values. Null without a single value.
 */
export function rangeHistogram({
  byRange,
  observations,
  sum,
}: Pick<CellParts, 'byRange' | 'observations' | 'sum'>): Histogram | null {
  const buckets = [...byRange].flatMap(([text, count]): Array<readonly [number, string, string, string]> => {
    const [, low, high] = RANGE.exec(text) ?? [];
    return low === undefined || !(count > 0) ? [] : [[low === '0' ? 3 : 0, low, high, String(count)]];
  });
  const total = buckets.reduce((all, [, , , count]) => all + Number(count), 0);
  const mean = (sum ?? NaN) / (observations ?? NaN);
  return nativeHistogram({ count: String(total), sum: String(mean * total), buckets });
}
