import type { Distribution } from '../../../distribution/Distribution';
import { SourceError } from '../../SourceError';
import type { RecognisedMetric } from '../metric/MetricKind';
import type { CellParts } from './CellParts';
import { classicHistogram } from './classicHistogram';
import { counterCategories } from './counterCategories';
import { nativeHistogram } from './nativeHistogram';
import { summaryQuantiles } from './summaryQuantiles';

/** The distribution of a cell, or null where nothing was counted in it. Throws a SourceError where there can't be one. */
export function distributionOfParts({ query, kind }: RecognisedMetric, parts: CellParts): Distribution | null {
  if (kind === 'summary') {
    return summaryQuantiles(parts.quantiles, parts.observations ?? 0);
  }
  if (query.feature.label !== undefined) {
    return counterCategories(parts.byCategory);
  }
  if (parts.native !== undefined) {
    return nativeHistogram(parts.native);
  }
  if (parts.cumulative.size > 0) {
    return classicHistogram(parts);
  }
  if (parts.plain !== undefined && query.kind === 'expression') {
    throw new SourceError(
      `The expression of the feature "${query.feature.name}" yields one number for a window, not a distribution: keep the label "le" of a histogram's buckets, or name the "label" whose values are the categories.`,
      { status: 400, side: 'plugin' }
    );
  }
  return null;
}
