import type { Distribution } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import type { TimeRange } from '../../../query/time';
import type { DistributionCell } from '../../Source';
import type { Held } from '../held/Held';
import { segmentKey } from '../held/HeldFacts';
import { boundsOfAll, type ValuesWithBound } from '../metric/boundsWithin';
import { layoutKey, type TrustedBounds } from '../metric/layouts';
import type { RecognisedMetric } from '../metric/MetricKind';
import { CellNotices } from './CellNotices';
import type { CellParts } from './CellParts';
import { classicHistogram, lacksTotal } from './classicHistogram';
import { distributionOfParts } from './distributionOfParts';
import { type CollectedCell, type PartsCollector } from './PartsCollector';
import { withEntered } from './withEntered';

export interface CellsAsked {
  readonly metrics: readonly RecognisedMetric[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  readonly held: Held;
  readonly bounds: {
    readonly trusted: TrustedBounds;
    readonly within: ValuesWithBound;
    /** Features whose series have not all had the same buckets. */
    readonly mixed: ReadonlySet<number>;
  };
}

const SINGLE =
  'Each series has a single sample in this window, and an increase needs two: take windows that hold at least ten scrapes.';
const NO_BOUND =
  'The buckets were changed inside this window, so that no bound is shared by all series: how the values lie can\'t be told.';

/** Cells of what was counted, with why a window is not what it seems. */
export class CountedCells {
  private readonly byIndex: ReadonlyMap<number, RecognisedMetric>;
  private readonly notices = new CellNotices();

  constructor(private readonly asked: CellsAsked) {
    this.byIndex = new Map(asked.metrics.map((metric) => [metric.query.index, metric]));
  }

  of(collector: PartsCollector): { cells: DistributionCell[]; notices: string[] } {
    const cells: DistributionCell[] = [];
    const seen = new Set<string>();
    for (const cell of collector) {
      const metric = this.byIndex.get(cell.index);
      seen.add(`${cell.index} ${cell.window}`);
      if (metric !== undefined) {
        cells.push(...this.cellOf(metric, cell));
      }
    }
    return { cells: [...cells, ...this.uncounted(seen)], notices: this.notices.of(this.asked.metrics) };
  }

  private cellOf(metric: RecognisedMetric, { index, window, parts: counted }: CollectedCell): DistributionCell[] {
    const { held, segmentBy } = this.asked;
    const parts = withEntered(metric, counted);
    const feature = metric.query.feature.name;
    const segment = segmentBy.map((label) => parts.segment[label]);
    const key = layoutKey(index, segment);
    const bounds = this.boundsIn(metric, key, window);
    const distribution = bounds === undefined ? distributionOfParts(metric, parts) : classicHistogram(parts, bounds);
    this.notices.take(metric, parts, distribution);
    const undecided =
      held.reason(index, window, segmentKey(segment)) ??
      this.withoutTotal(metric, parts) ??
      unreadable(parts) ??
      (bounds !== undefined && isOneBucket(distribution) ? NO_BOUND : undefined);
    if (undecided !== undefined) {
      const shown = distribution ?? emptyOf(metric);
      return [{ window, segment: parts.segment, feature, distribution: shown, undecided }];
    }
    return distribution === null ? [] : [{ window, segment: parts.segment, feature, distribution }];
  }

  /** Undefined where all bounds hold for all values. */
  private boundsIn({ kind, query }: RecognisedMetric, key: string, window: number): Set<number> | undefined {
    const { windows, bounds } = this.asked;
    if (kind !== 'classic') {
      return undefined;
    }
    const { from, to } = windows[window];
    const atEnds = bounds.mixed.has(query.index) ? bounds.trusted.within(key, from, to) : undefined;
    const within = boundsOfAll(bounds.within.get(key)?.get(window));
    return atEnds === undefined || within === undefined
      ? (within ?? atEnds)
      : new Set([...atEnds].filter((le) => within.has(le)));
  }

  private withoutTotal(metric: RecognisedMetric, parts: CellParts): string | undefined {
    const isClassic = metric.kind === 'classic' || (metric.kind === 'windowed' && parts.cumulative.size > 0);
    if (!isClassic || !lacksTotal(parts)) {
      return undefined;
    }
    const name = metric.query.kind === 'metric' ? metric.query.metric : metric.query.feature.name;
    return `${name} has no bucket le="+Inf" here, and nothing else counts all of its values: those above the highest bound are missing.`;
  }

  /** Windows whose series have samples, and of which nothing was counted. */
  private uncounted(seen: ReadonlySet<string>): DistributionCell[] {
    const { metrics, windows, held, segmentBy } = this.asked;
    const segment = Object.fromEntries(segmentBy.map((label) => [label, '']));
    return metrics.flatMap((metric) =>
      windows.flatMap((_, window): DistributionCell[] => {
        const { index, feature } = metric.query;
        return seen.has(`${index} ${window}`) || !held.isThere(index, window)
          ? []
          : [{ window, segment, feature: feature.name, distribution: emptyOf(metric), undecided: SINGLE }];
      })
    );
  }
}

/** Sums that are negative or NaN: counters fell where a NaN hides it. */
function unreadable({ byCategory, cumulative, observations }: CellParts): string | undefined {
  const counts = [...byCategory.values(), ...cumulative.values(), ...(observations === undefined ? [] : [observations])];
  return counts.some((count) => Number.isNaN(count) || count < 0)
    ? 'Increases are negative or NaN: counters fall where a NaN hides it, or hold no counts.'
    : undefined;
}

function isOneBucket(distribution: Distribution | null): boolean {
  return distribution?.kind === 'histogram' && distribution.bins.length < 2;
}

function emptyOf({ query, kind }: RecognisedMetric): Distribution {
  const counts = countsOf(0);
  return kind === 'counter' || query.feature.label !== undefined
    ? { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'approximate' }
    : { kind: 'samples', counts, sorted: new Float64Array() };
}
