import type { Distribution } from '../../../distribution/Distribution';
import { parseSampleValue } from '../client/parseSampleValue';
import type { RecognisedMetric } from '../metric/MetricKind';
import type { CellParts } from './CellParts';
import { undercountedBounds } from './classicHistogram';
import { isOfBothKinds } from './distributionOfParts';

/** What is to be said of all cells of a feature together. */
export class CellNotices {
  private readonly coarser = new Set<string>();
  private readonly undercounted = new Map<string, Set<number>>();
  private readonly added = new Set<string>();
  private readonly entered = new Map<string, Map<string, number>>();

  take({ kind, query: { feature } }: RecognisedMetric, parts: CellParts, distribution: Distribution | null): void {
    const { name } = feature;
    const fallen = undercountedBounds(parts);
    if (kind === 'classic' && distribution?.kind === 'histogram') {
      const bounds = new Set([...parts.cumulative.keys()].map(parseSampleValue).filter(Number.isFinite));
      const kept = distribution.edges.length - 2;
      if (kept + fallen.length < bounds.size) {
        this.coarser.add(name);
      } else if (fallen.length > 0) {
        this.undercounted.set(name, new Set([...(this.undercounted.get(name) ?? []), ...fallen]));
      }
    }
    if (kind === 'both' && isOfBothKinds(parts)) {
      this.added.add(name);
    }
    if (parts.entered.size > 0 && distribution !== null) {
      const total = this.entered.get(name) ?? new Map<string, number>();
      this.entered.set(name, total);
      parts.entered.forEach((count, of) => total.set(of, (total.get(of) ?? 0) + count));
    }
  }

  of(metrics: readonly RecognisedMetric[]): string[] {
    const summaries = metrics.filter(({ kind }) => kind === 'summary').map(({ query }) => query.feature.name);
    return [
      ...said(this.coarser, (names) => `${names}: the buckets were changed, so that windows with old and new ones are told apart only at the bounds that all series have.`),
      ...[...this.undercounted].map(
        ([name, bounds]) =>
          `${name}: the buckets are not cumulative: fewer values lie at or below ${[...bounds].sort((a, b) => a - b).join(', ')} than at or below a smaller bound. These bounds are left out.`
      ),
      ...said(this.added, (names) => `${names}: in some windows a part is in classic and a part in native histograms: both are added up at their common bounds.`),
      ...[...this.entered].flatMap(([name, counts]) => {
        const largest = [...counts].sort(([, a], [, b]) => b - a).filter(([, count]) => count >= 1);
        const all = largest.slice(0, 3).map(([of, count]) => `${of === '' ? 'none' : `"${of}"`} ${Math.round(count).toLocaleString('en-US')}`);
        return all.length === 0 ? [] : [`${name}: series that begin inside a window are counted from what they last showed, or from 0: ${all.join(', ')}.`];
      }),
      ...said(summaries, (names) => `${names}: summaries hold quantiles of each instance alone, averaged here: everything said about them is approximate.`),
    ];
  }
}

function said(names: Iterable<string>, sentence: (names: string) => string): string[] {
  const all = [...names];
  return all.length === 0 ? [] : [sentence(all.join(', '))];
}
