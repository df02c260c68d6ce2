import type { Distribution } from '../../distribution/Distribution';

/** Whether the values differ at all, so that a standard deviation can norm a distance. */
export function hasScale(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'samples': {
      const { sorted } = distribution;
      return sorted.length > 1 && sorted[0] !== sorted[sorted.length - 1];
    }
    case 'histogram':
      return (distribution.minimum ?? 0) !== (distribution.maximum ?? 1);
    case 'quantiles':
      return distribution.values[0] !== distribution.values[distribution.values.length - 1];
    case 'categories':
      return false;
  }
}
