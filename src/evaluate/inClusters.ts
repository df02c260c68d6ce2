import { BadQuery } from '../query/BadQuery';
import type { ComparisonQuery } from '../query/query';
import type { TypedFeature } from '../sources/Source';
import type { Place } from './settleFeatures';

/**
 * The features, each with the column that tells which rows belong together; that column is none of them. Throws a BadQuery
 * where a side can't tell, or nothing else is left.
 */
export function inClusters(
  features: readonly TypedFeature[],
  query: ComparisonQuery,
  sides: readonly Place[]
): readonly TypedFeature[] {
  const cluster = query.kind === 'drift' ? query.cluster : undefined;
  if (cluster === undefined) {
    return features;
  }
  if (sides.some(({ source }) => source.tellsClusters !== true)) {
    throw new BadQuery(
      '"cluster": only files tell how alike the rows of one cluster are. A store counts rows, and a profile has kept none: compare files, or reduce each cluster to one row before.'
    );
  }
  const others = features.filter(({ name, field }) => (field ?? name) !== cluster);
  if (others.length === 0) {
    throw new BadQuery(
      `"cluster": "${cluster}" tells which rows belong together, and there is no other column to compare.`
    );
  }
  return others.map((feature) => ({ ...feature, cluster }));
}
