import type { Distribution } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import type { TimeRange } from '../../../query/time';
import type { DistributionCell } from '../../Source';
import type { Held } from '../held/Held';
import { segmentKey } from '../held/HeldFacts';
import { parseSampleValue } from '../client/parseSampleValue';
import { NEGLIGIBLE, type ValuesWithBound } from '../metric/boundsWithin';
import type { RecognizedMetric } from '../metric/MetricKind';
import { CellNotices } from './CellNotices';
import type { CellParts } from './CellParts';
import { boundsOf, type ClassicBound, lacksTotal } from './classicBounds';
import { type ReadClassic, readClassic } from './classicHistogram';
import { distributionOfParts } from './distributionOfParts';
import { type CollectedCell, type PartsCollector } from './PartsCollector';
import { withEntered } from './withEntered';

export interface CellsAsked {
  readonly metrics: readonly RecognizedMetric[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  readonly held: Held;
  readonly within: ValuesWithBound;
}

const SINGLE =
  'Each series has a single sample in this window, and an increase needs two: take windows that hold at least ten scrapes.';
const CONTRADICTED =
  'The counts of its buckets contradict one another: fewer values lie at or below a bound than at or below a smaller one.';
const NO_BOUND =
  "The buckets were changed inside this window, so that no bound is shared by all series: how the values lie can't be told.";

/** Cells of what was counted, with why a window is not what it seems. */
export class CountedCells {
  private readonly byIndex: ReadonlyMap<number, RecognizedMetric>;
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

  private cellOf(metric: RecognizedMetric, { index, window, parts: counted }: CollectedCell): DistributionCell[] {
    const { held, segmentBy, within } = this.asked;
    const parts = withEntered(metric, counted);
    const feature = metric.query.feature.name;
    const segment = segmentBy.map((label) => parts.segment[label]);
    const lacking = lackingWith(within.lacking(metric, segment, window), parts);
    const bounds = isClassic(metric, parts) ? boundsOf({ ...parts, lacking }) : null;
    const classic = bounds === null ? null : readClassic({ ...parts, lacking }, bounds);
    const distribution = classic?.histogram ?? distributionOfParts(metric, parts);
    this.notices.take(metric, parts, { distribution, classic, lacking });
    const undecided =
      held.reason(index, window, segmentKey(segment)) ??
      withoutTotal(metric, bounds, parts) ??
      unreadable(parts) ??
      (isOneBucket(distribution) && parts.cumulative.size > 1 ? withoutBounds(classic) : undefined);
    if (undecided !== undefined) {
      const shown = distribution ?? emptyOf(metric);
      return [{ window, segment: parts.segment, feature, distribution: shown, undecided }];
    }
    return distribution === null
      ? []
      : [{ window, segment: parts.segment, feature, distribution, ...(classic !== null && known(classic)) }];
  }

  /** Windows whose series have samples, and of which nothing was counted. */
  private uncounted(seen: ReadonlySet<string>): DistributionCell[] {
    const { metrics, windows, held, segmentBy } = this.asked;
    const segment = Object.fromEntries(segmentBy.map((label) => [label, '']));
    return metrics.flatMap((metric) =>
      windows.flatMap((_, window): DistributionCell[] => {
        const { index, feature } = metric.query;
        return seen.has(`${index} ${window}`) || !held.isThere(index, window) || held.endsAtStart(index, window)
          ? []
          : [{ window, segment, feature: feature.name, distribution: emptyOf(metric), undecided: SINGLE }];
      })
    );
  }
}

function isClassic({ kind, query }: RecognizedMetric, { cumulative, native }: CellParts): boolean {
  return (
    native === undefined &&
    cumulative.size > 0 &&
    query.feature.label === undefined &&
    (kind === 'classic' || kind === 'windowed')
  );
}

function withoutTotal(
  { query }: RecognizedMetric,
  bounds: readonly ClassicBound[] | null,
  { observations }: CellParts
): string | undefined {
  if (bounds === null || !lacksTotal(bounds, observations)) {
    return undefined;
  }
  const name = query.kind === 'metric' ? query.metric : query.feature.name;
  return `${name} has no bucket le="+Inf" here, and nothing else counts all of its values: those above the highest bound are missing.`;
}

/** Why nothing is known of how the values lie; undefined where the bounds that some series have may tell. */
function withoutBounds(classic: ReadClassic | null): string | undefined {
  if (classic === null || classic.between !== undefined) {
    return undefined;
  }
  return classic.contradicted.length > 0 ? CONTRADICTED : NO_BOUND;
}

/** With the values that series had counted before their first sample in the window: at the bounds that those have. */
function lackingWith(
  shares: ReadonlyMap<number, number>,
  { entered, cumulative }: CellParts
): ReadonlyMap<number, number> {
  const more = entered.get('+Inf') ?? 0;
  const total = cumulative.get('+Inf') ?? 0;
  if (!(more > 0 && total > 0)) {
    return shares;
  }
  const counted = new Set([...entered.keys()].map(parseSampleValue));
  const bounds = [...cumulative.keys()].map(parseSampleValue).filter((le) => le < Infinity);
  return new Map(
    bounds.flatMap((le): Array<[number, number]> => {
      const share = ((shares.get(le) ?? 0) * (total - more) + (counted.has(le) ? 0 : more)) / total;
      return share > NEGLIGIBLE ? [[le, share]] : [];
    })
  );
}

function known({ between, contradicted }: ReadClassic): Pick<DistributionCell, 'between' | 'contradicted'> {
  return { ...(between !== undefined && { between }), ...(contradicted.length > 0 && { contradicted }) };
}

/** Sums that are negative or NaN: counters fell where a NaN hides it. */
function unreadable({ byCategory, cumulative, observations }: CellParts): string | undefined {
  const isWrong = (count: number) => !(count >= 0);
  return (observations !== undefined && isWrong(observations)) || some(byCategory, isWrong) || some(cumulative, isWrong)
    ? 'Increases are negative or NaN: counters fall where a NaN hides it, or hold no counts.'
    : undefined;
}

function some(counts: ReadonlyMap<string, number>, holds: (count: number) => boolean): boolean {
  for (const count of counts.values()) {
    if (holds(count)) {
      return true;
    }
  }
  return false;
}

function isOneBucket(distribution: Distribution | null): boolean {
  return distribution?.kind === 'histogram' && distribution.bins.length < 2;
}

function emptyOf({ query, kind }: RecognizedMetric): Distribution {
  const counts = countsOf(0);
  return kind === 'counter' || query.feature.label !== undefined
    ? { kind: 'categories', counts, byCategory: new Map(), rest: 0, guarantee: 'approximate' }
    : { kind: 'samples', counts, sorted: new Float64Array() };
}
