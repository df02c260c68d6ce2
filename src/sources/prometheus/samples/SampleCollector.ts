import type { Categories, Distribution } from '../../../distribution/Distribution';
import { sampleFromNumbers } from '../../../distribution/sampleFromValues';
import { countsOf } from '../../../distribution/valueCounts';
import type { TimeRange } from '../../../query/time';
import type { DistributionCell } from '../../Source';
import { parseSampleValue } from '../client/parseSampleValue';
import type { Series } from '../client/PrometheusAnswer';
import type { RecognizedMetric } from '../metric/MetricKind';
import { windowFinder } from './blocks';

/** Why the number of scrapes is no measure of how sure a difference is. */
export const SCRAPES =
  'Scrapes of a gauge are not predictions: the same state is read again and again, so that their number says nothing about how sure a difference is. The distances are shown; for a verdict feed a histogram or a counter.';

interface Column {
  readonly metric: RecognizedMetric;
  readonly segment: Record<string, string>;
  readonly byWindow: Map<number, number[]>;
}

/** Raw values by feature, segment and window. */
export class SampleCollector {
  private readonly columns = new Map<string, Column>();
  private readonly windowAt: (time: number) => number | undefined;

  constructor(
    windows: readonly TimeRange[],
    private readonly segmentBy: readonly string[]
  ) {
    this.windowAt = windowFinder(windows);
  }

  add(recognized: RecognizedMetric, { metric, values = [] }: Series): void {
    const names = this.segmentBy.map((label) => metric[label] ?? '');
    const key = JSON.stringify([recognized.query.index, ...names]);
    const column: Column = this.columns.get(key) ?? {
      metric: recognized,
      segment: Object.fromEntries(this.segmentBy.map((label, i) => [label, names[i]])),
      byWindow: new Map(),
    };
    this.columns.set(key, column);
    for (const [time, text] of values) {
      const window = this.windowAt(Math.round(time * 1000));
      if (window !== undefined) {
        const list = column.byWindow.get(window) ?? [];
        column.byWindow.set(window, list);
        list.push(parseSampleValue(text));
      }
    }
  }

  cells(): DistributionCell[] {
    return [...this.columns.values()].flatMap(({ metric: { query }, segment, byWindow }) =>
      [...byWindow].map(([window, values]) => ({
        window,
        segment,
        feature: query.feature.name,
        distribution: distributionOf(query.feature.type, values),
        refuseIid: SCRAPES,
      }))
    );
  }
}

function distributionOf(type: string, values: readonly number[]): Distribution {
  return type === 'numeric' || type === 'text' ? sampleFromNumbers(Float64Array.from(values)) : categoriesOf(values);
}

/** A gauge that holds a code: each number is a category. */
function categoriesOf(values: readonly number[]): Categories {
  const byCategory = new Map<string, number>();
  let nan = 0;
  for (const value of values) {
    if (Number.isNaN(value)) {
      nan++;
    } else {
      byCategory.set(String(value), (byCategory.get(String(value)) ?? 0) + 1);
    }
  }
  return { kind: 'categories', counts: countsOf(values.length, { nan }), byCategory, rest: 0, guarantee: 'exact' };
}
