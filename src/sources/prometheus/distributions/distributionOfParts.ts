import type { Distribution } from '../../../distribution/Distribution';
import { mergeHistograms } from '../../../distribution/merge/mergeHistograms';
import { SourceError } from '../../SourceError';
import type { NativeHistogram } from '../client/PrometheusAnswer';
import type { RecognizedMetric } from '../metric/MetricKind';
import type { CellParts } from './CellParts';
import { classicHistogram } from './classicHistogram';
import { counterCategories } from './counterCategories';
import { nativeHistogram } from './nativeHistogram';
import { rangeHistogram } from './rangeHistogram';
import { summaryQuantiles } from './summaryQuantiles';

/**
 * A window may hold the same observations in both kinds of histogram, of which the one is taken that covers more of it; or
 * some in the one and the others in the other kind, as where a target moves from the one to the other: those are added.
 */
function eitherHistogram(parts: CellParts, stored: NativeHistogram): Distribution | null {
  const native = nativeHistogram(stored);
  const classic = classicHistogram(parts);
  if (classic === null || native === null) {
    return native ?? classic;
  }
  const { looks } = parts;
  return areTheSame(parts) ? (looks.native >= looks.classic ? native : classic) : mergeHistograms(classic, native);
}

/** A target that shows both kinds does so at all looks; one that was switched at a few, since its last sample is seen for minutes. */
const ALMOST_ALL = 0.8;

function areTheSame({ looks }: Pick<CellParts, 'looks'>): boolean {
  return looks.both >= ALMOST_ALL * Math.min(looks.classic, looks.native);
}

/** Whether a window's distribution is added up from both kinds of histogram. */
export function isOfBothKinds({ native, cumulative, looks }: CellParts): boolean {
  return native !== undefined && cumulative.size > 0 && !areTheSame({ looks });
}

/** The distribution of a cell, or null where nothing was counted in it. Throws a SourceError where there can't be one. */
export function distributionOfParts({ query, kind }: RecognizedMetric, parts: CellParts): Distribution | null {
  if (kind === 'summary') {
    return summaryQuantiles(parts.quantiles, parts.observations ?? 0);
  }
  if (query.feature.label !== undefined) {
    return counterCategories(parts.byCategory);
  }
  if (parts.native !== undefined) {
    return eitherHistogram(parts, parts.native);
  }
  if (parts.byRange.size > 0) {
    return rangeHistogram(parts);
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
