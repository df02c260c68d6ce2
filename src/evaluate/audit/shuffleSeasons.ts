import type { SeededRandom } from '../../statistics/random/seededRandom';
import type { CountedSeries } from '../../statistics/time/CountedSeries';
import type { Places } from '../../statistics/time/timelineOf';
import type { TimedFeature } from '../../verdict/time/TimedFeature';

/** For each window the one whose counts it gets; −1 where that season has no such place. */
export type Order = Int32Array;

/** Whole seasons in random order: each window keeps its place in the season. */
export function randomOrder({ season, place }: Places, random: SeededRandom): Order {
  const seasons = [...new Set(season)];
  const taken = [...seasons];
  for (let i = taken.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [taken[i], taken[other]] = [taken[other], taken[i]];
  }
  const source = new Map(seasons.map((one, i) => [one, taken[i]]));
  const at = new Map(Array.from(season, (one, window) => [`${one} ${place[window]}`, window]));
  return Int32Array.from(season, (one, window) => at.get(`${source.get(one)} ${place[window]}`) ?? -1);
}

/** A feature as if its windows had come in another order: of values and missing rows alike. */
export function inOrder(feature: TimedFeature, order: Order): TimedFeature {
  return {
    ...feature,
    values: feature.values && reordered(feature.values, order),
    missing: feature.missing && reordered(feature.missing, order),
  };
}

function reordered(series: CountedSeries, order: Order): CountedSeries {
  const { bins } = series;
  const counts = new Float64Array(series.counts.length);
  const present = new Uint8Array(series.present.length);
  order.forEach((from, window) => {
    if (from >= 0) {
      present[window] = series.present[from];
      counts.set(series.counts.subarray(from * bins, (from + 1) * bins), window * bins);
    }
  });
  return { ...series, counts, present };
}
