import type { Distribution } from '../../distribution/Distribution';
import { ksBounds } from '../numeric/ksBounds';

/** The KS distance of two distributions of numbers as far as their buckets make it certain; 0 where nothing is. */
export function certainDistance(a: Distribution, b: Distribution): number {
  return ksBounds(a, b).low;
}
