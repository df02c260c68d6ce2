import type { FeatureType } from '../query/featureType';
import type { Distribution } from './Distribution';
import { countsOf } from './valueCounts';

/** Without any value, of rows that are not there or can't be read. */
export function emptyDistribution(type: FeatureType, rows = 0): Distribution {
  const counts = countsOf(rows);
  return type === 'numeric' || type === 'text'
    ? { kind: 'samples', counts, sorted: new Float64Array() }
    : { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'exact' };
}
