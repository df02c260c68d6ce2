import type { SeededRandom } from '../../../src/statistics/random/seededRandom';
import type { CountedSeries } from '../../../src/statistics/time/CountedSeries';
import { edgeWidths } from '../../../src/statistics/time/edgeWidths';
import { frozenEdges } from '../../../src/statistics/time/frozenEdges';
import type { HourlyStream } from './drawStream';

/** Deciles of the standard normal distribution. */
const DECILES = [-1.28155, -0.84162, -0.5244, -0.25335, 0, 0.25335, 0.5244, 0.84162, 1.28155];
/** The busiest hour has fewer rows. */
const MOST_ROWS = 5000;

/** Counts of one feature's hours, and their means. */
export interface CountedStream extends CountedSeries {
  readonly means: Float64Array;
}

/** Counts of one feature's hours between edges that are frozen before the first of them. */
export function countStream(
  stream: HourlyStream,
  random: SeededRandom,
  hours: number,
  step: { readonly from: number; readonly size: number } = { from: Infinity, size: 0 }
): CountedStream {
  const deciles = DECILES.map((decile) => decile * stream.deviation);
  const edges = frozenEdges(deciles, [-4, 4]);
  const bins = edges.length + 1;
  const counts = new Float64Array(hours * bins);
  const values = new Float64Array(MOST_ROWS);
  const means = new Float64Array(hours);
  const draw = stream.start(random);
  for (let hour = 0; hour < hours; hour++) {
    const rows = draw(hour, values);
    const moved = hour >= step.from ? step.size : 0;
    for (let i = 0; i < rows; i++) {
      means[hour] += (values[i] + moved) / rows;
      counts[hour * bins + binOf(edges, values[i] + moved)]++;
    }
  }
  const total = new Float64Array(bins);
  for (let i = 0; i < Math.min(step.from, hours) * bins; i++) {
    total[i % bins] += counts[i];
  }
  return {
    kind: 'values',
    bins,
    counts,
    means,
    present: new Uint8Array(hours).fill(1),
    widths: edgeWidths(edges, total).widths,
  };
}

function binOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
