import type { Distribution, ValueCounts } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import { type Compared, stretchAt } from '../../statistics/time/stretchAt';
import type { Scale } from '../../statistics/time/scales';
import type { Comparison } from '../Verdict';
import type { TimedFeature } from './TimedFeature';
import type { TimedSeries } from './timedSeries';

/**
 * Both sides as they were compared at a scale of a window: the last windows together, and their references with as many
 * rows as their variance is worth. A side that is not known has no rows.
 */
export function timedComparison(
  feature: TimedFeature,
  series: readonly TimedSeries[],
  scale: Scale | null,
  window: number
): Comparison {
  const { feature: name, type, segment, bins } = feature;
  const [values, missing] = (['values', 'missing'] as const).map((of) => {
    const found = series.find((one) => one.of === of);
    return found === undefined ? null : comparedAt(found, scale, window);
  });
  const side = (pick: 'current' | 'reference'): Distribution => {
    const rows = (compared: Compared | null) =>
      compared === null ? 0 : pick === 'current' ? compared.rows : compared.referenceRows;
    const total = rows(missing);
    const absent = missing === null ? 0 : total * missing[pick][0];
    const size = rows(values) || (values === null && missing !== null ? total - absent : 0);
    const counts = countsOf(Math.round(size + absent), { missing: Math.round(absent) });
    return bins === null || values === null
      ? { kind: 'samples', counts, sorted: new Float64Array() }
      : distribution(feature, bins, values[pick], size, counts);
  };
  return { feature: name, type, segment, baseline: side('reference'), current: side('current') };
}

function comparedAt(series: TimedSeries, scale: Scale | null, window: number): Compared | null {
  const index = series.effects.scales.findIndex(
    ({ kind, length }) => kind === 'level' && length === (scale?.length ?? 1)
  );
  return index < 0 || Number.isNaN(series.effects.distance[index][window])
    ? null
    : stretchAt(series.effects.sums, series.effects.scales[index], window);
}

function distribution(
  { guarantee }: TimedFeature,
  bins: NonNullable<TimedFeature['bins']>,
  shares: Float64Array,
  size: number,
  counts: ValueCounts
): Distribution {
  if (bins.kind === 'categories') {
    const { categories } = bins;
    return {
      kind: 'categories',
      counts,
      byCategory: new Map(categories.map((category, i) => [category, size * shares[i]])),
      rest: shares.length > categories.length ? size * shares[categories.length] : 0,
      guarantee,
    };
  }
  return {
    kind: 'histogram',
    counts,
    edges: Float64Array.of(-Infinity, ...bins.edges, Infinity),
    bins: Float64Array.from({ length: shares.length + 1 }, (_, i) => size * ((shares[i] ?? 1) - (shares[i - 1] ?? 0))),
    closed: bins.closed,
    guarantee,
  };
}
