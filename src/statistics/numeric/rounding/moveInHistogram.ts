import type { Histogram } from '../../../distribution/Distribution';
import { countBelow } from '../../../distribution/histogramFromSamples';
import { nextDouble } from '../../../distribution/nextDouble';
import { occurrencesOf } from '../../../distribution/occurrences';
import { pointsOf } from '../../../distribution/pointsOf';
import type { Move } from './withoutRounding';

/** The histogram in which so many values of each number `from` are the number `to`; of points, points again. */
export function moveInHistogram(histogram: Histogram, moves: readonly Move[]): Histogram {
  const points = pointsOf(histogram);
  if (points !== null) {
    const counts = new Map(points.values.map((value, i) => [value, points.counts[i]]));
    moves.forEach((move) => moveCount(counts, move));
    return ofPoints(histogram, counts);
  }
  const bins = Float64Array.from(histogram.bins);
  const binOf = (value: number) => countBelow(histogram.edges, value, histogram.closed === 'left') - 1;
  // Beyond the edges there is no bucket to move to.
  const possible = moves.filter(({ from, to }) => [from, to].every((value) => bins[binOf(value)] !== undefined));
  for (const { from, to, count } of possible) {
    bins[binOf(from)] -= count;
    bins[binOf(to)] += count;
  }
  const targets = possible.map(({ to }) => to);
  const { minimum, maximum, repeats } = histogram;
  return {
    ...histogram,
    bins,
    ...(minimum === undefined ? {} : { minimum: Math.min(minimum, ...targets) }),
    ...(maximum === undefined ? {} : { maximum: Math.max(maximum, ...targets) }),
    ...(repeats === undefined
      ? {}
      : { repeats: { ...repeats, values: movedRepeats(histogram, repeats.values, possible) } }),
  };
}

function moveCount(counts: Map<number, number>, { from, to, count }: Move): void {
  counts.set(from, (counts.get(from) ?? 0) - count);
  counts.set(to, (counts.get(to) ?? 0) + count);
}

function ofPoints(histogram: Histogram, counts: ReadonlyMap<number, number>): Histogram {
  const points = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const edges = [...new Set(points.flatMap(([value]) => [value, nextDouble(value)]))];
  const byEdge = new Map(points);
  const values = points.map(([value]) => value);
  return {
    ...histogram,
    edges: Float64Array.from(edges),
    bins: Float64Array.from(edges.slice(0, -1), (edge) => byEdge.get(edge) ?? 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    repeats: undefined,
  };
}

type Counts = NonNullable<Histogram['repeats']>['values'];

function movedRepeats(histogram: Histogram, values: Counts, moves: readonly Move[]): Counts {
  const after = new Map(values);
  for (const { from, to, count } of moves) {
    const lost = after.get(from);
    if (lost !== undefined) {
      after.set(from, { low: lost.low - count, high: lost.high - count });
    }
    const won = after.get(to) ?? occurrencesOf(histogram, to);
    after.set(to, { low: won.low + count, high: won.high + count });
  }
  return after;
}
