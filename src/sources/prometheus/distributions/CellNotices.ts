import type { Distribution } from '../../../distribution/Distribution';
import type { RecognizedMetric } from '../metric/MetricKind';
import type { CellParts } from './CellParts';
import type { ReadClassic } from './classicHistogram';
import { isOfBothKinds } from './distributionOfParts';

const MOST_BOUNDS = 12;

/** What was read of a cell's parts. */
export interface ReadCell {
  readonly distribution: Distribution | null;
  readonly classic: ReadClassic | null;
  /** By bound: the share of values that are of series without it. */
  readonly lacking: ReadonlyMap<number, number>;
}

/** What is to be said of all cells of a feature together. */
export class CellNotices {
  private readonly lacking = new Map<string, { bounds: Set<number>; most: number }>();
  private readonly contradicted = new Map<string, Set<number>>();
  private readonly added = new Set<string>();
  private readonly entered = new Map<string, Map<string, number>>();

  take({ kind, query: { feature } }: RecognizedMetric, parts: CellParts, read: ReadCell): void {
    const { name } = feature;
    const { classic, lacking, distribution } = read;
    if (classic !== null && classic.contradicted.length > 0) {
      this.contradicted.set(name, new Set([...(this.contradicted.get(name) ?? []), ...classic.contradicted]));
    }
    if (classic !== null && lacking.size > 0) {
      const { bounds, most } = this.lacking.get(name) ?? { bounds: [], most: 0 };
      this.lacking.set(name, {
        bounds: new Set([...bounds, ...lacking.keys()]),
        most: Math.max(most, ...lacking.values()),
      });
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

  of(metrics: readonly RecognizedMetric[]): string[] {
    const summaries = metrics.filter(({ kind }) => kind === 'summary').map(({ query }) => query.feature.name);
    return [
      ...[...this.lacking].map(
        ([name, { bounds, most }]) =>
          `${name}: not all series have the same buckets. At the bounds ${listed(bounds)} as few as ${percent(1 - most)} of a window's values were counted: the share of values up to these is known only within limits.`
      ),
      ...[...this.contradicted].map(
        ([name, bounds]) =>
          `${name}: the buckets contradict one another: fewer values lie at or below a bound than at or below a smaller one. The bounds ${listed(bounds)} are left out.`
      ),
      ...said(
        this.added,
        (names) =>
          `${names}: in some windows a part is in classic and a part in native histograms: both are added up at their common bounds.`
      ),
      ...[...this.entered].flatMap(([name, counts]) => {
        const largest = [...counts].sort(([, a], [, b]) => b - a).filter(([, count]) => count >= 1);
        const all = largest
          .slice(0, 3)
          .map(([of, count]) => `${of === '' ? 'none' : `"${of}"`} ${Math.round(count).toLocaleString('en-US')}`);
        return all.length === 0
          ? []
          : [
              `${name}: series that begin inside a window are counted from what they last showed, or from 0: ${all.join(', ')}.`,
            ];
      }),
      ...said(
        summaries,
        (names) =>
          `${names}: summaries hold quantiles of each instance alone, averaged here: everything said about them is approximate.`
      ),
    ];
  }
}

function listed(bounds: ReadonlySet<number>): string {
  const all = [...bounds].sort((a, b) => a - b);
  return all.length > MOST_BOUNDS ? `${all.slice(0, MOST_BOUNDS).join(', ')} …` : all.join(', ');
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))}%`;
}

function said(names: Iterable<string>, sentence: (names: string) => string): string[] {
  const all = [...names];
  return all.length === 0 ? [] : [sentence(all.join(', '))];
}
